using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Brings the body of a loop into the form that lanes run: no <c>continue</c>, and loops inside that lanes leave one by one as loops with a
/// condition before the body. Legal for any body: it computes the same, in the same order.
/// </summary>
public sealed class LaneForm
{
    private readonly IReadOnlyCollection<int> _ownRanges;
    private int _nextVariable;

    private LaneForm(Loop loop, IReadOnlyCollection<int> ownRanges)
    {
        _ownRanges = ownRanges;
        _nextVariable = loop.Body.NextVariableId();
    }

    /// <summary>The loop in that form; itself where it has it, or where a part of it has no such form.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="ownRanges">The numbers of counted loops inside over which each lane has a range of its own; none but those that are left early if null.</param>
    public static Loop Of(Loop loop, IReadOnlyCollection<int>? ownRanges = null)
    {
        var form = new LaneForm(loop, ownRanges ?? []);
        return loop.Body.SelfAndDescendants().Any(s => s is Jump { Kind: JumpKind.Continue } or Loop { TestsAtEnd: true } || (s is Loop { Space: not null } inner && form.IsLeft(inner)))
            && form.Body(loop.Body, false) is { } body
                ? loop with { Body = body }
                : loop;
    }

    /// <summary>Whether lanes leave a counted loop one by one, though they enter it together.</summary>
    private bool IsLeft(Loop loop) => _ownRanges.Contains(loop.Id) || Leaves(loop.Body);

    /// <summary>Whether a <c>break</c> of the loop stands in the statement.</summary>
    private static bool Leaves(Statement statement) =>
        statement is Jump { Kind: JumpKind.Break } || (statement is not Loop && statement.Children.Any(Leaves));

    /// <summary>The body of a loop; null where it has no such form.</summary>
    /// <param name="body">The body.</param>
    /// <param name="isDivergent">Whether lanes leave the loop, or one around it, one by one.</param>
    private Block? Body(Block body, bool isDivergent) =>
        EarlyExits.Remove([.. body.Statements], JumpKind.Continue, _ => null, () => Fresh("left", IrType.Bool)) is { } statements
            ? Statements(body, statements, isDivergent)
            : null;

    private Block? Statements(Block block, IEnumerable<Statement> statements, bool isDivergent)
    {
        var result = new List<Statement>();
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case Block inner:
                    if (Statements(inner, inner.Statements, isDivergent) is not { } nested)
                        return null;
                    result.Add(nested);
                    break;
                case If branch:
                    if (Statements(branch.Then, branch.Then.Statements, isDivergent) is not { } then
                        || Statements(branch.Else, branch.Else.Statements, isDivergent) is not { } otherwise)
                        return null;
                    result.Add(branch with { Then = then, Else = otherwise });
                    break;
                case Loop loop:
                    if (!Append(loop, isDivergent, result))
                        return null;
                    break;
                default:
                    result.Add(statement);
                    break;
            }
        }

        return block with { Statements = result.ToEquatableArray() };
    }

    private bool Append(Loop loop, bool isDivergent, List<Statement> into)
    {
        if (loop.ContinueSkipsSteps)
            return false;
        if (loop.Space is { } space)
            return AppendCounted(loop, space, isDivergent, into);
        if (loop.Condition is not { } condition || Body(loop.Body, true) is not { } body)
            return false;
        if (!loop.TestsAtEnd)
        {
            into.Add(loop with { Body = body });
            return true;
        }

        var isFirst = Fresh("first", IrType.Bool);
        var begins = new Assignment(isFirst, new Constant(IrType.Bool, false), "", loop.Source);
        into.Add(new Declaration(isFirst, new Constant(IrType.Bool, true), "", loop.Source));
        into.Add(loop with
        {
            Condition = new Binary(BinaryOperator.OrElse, new VariableRead(isFirst), condition, IrType.Bool),
            TestsAtEnd = false,
            Body = body with { Statements = body.Statements.Prepend(begins).ToEquatableArray() },
        });
        return true;
    }

    private bool AppendCounted(Loop loop, IterationSpace space, bool isDivergent, List<Statement> into)
    {
        var isLeft = isDivergent || IsLeft(loop);
        if (Body(loop.Body, isLeft) is not { } body)
            return false;
        if (!isLeft)
        {
            into.Add(loop with { Body = body });
            return true;
        }

        var index = space.Index;
        if (index.Type.Kind is not (ScalarKind.Int32 or ScalarKind.Int64) || Test(space) is not { } test)
            return false;
        into.Add(space.IndexLivesOutside ? new Assignment(index, space.Start, "", loop.Source) : new Declaration(index, space.Start, "", loop.Source));
        var step = new Assignment(index, new Binary(BinaryOperator.Add, new VariableRead(index), As(space.Step, index.Type), index.Type), "", loop.Source);
        into.Add(loop with
        {
            Space = null,
            NotCounted = "lanes leave it one by one",
            Condition = test,
            TestsAtEnd = false,
            Body = body with { Statements = body.Statements.Add(step) },
        });
        return true;
    }

    private static Binary? Test(IterationSpace space)
    {
        var type = space.Index.Type.Kind == ScalarKind.Int64 || space.End.Type.Kind is ScalarKind.Int64 or ScalarKind.UInt32 ? IrType.Int64 : IrType.Int32;
        if (space.End.Type.Kind is not (>= ScalarKind.Char and <= ScalarKind.Int64))
            return null;
        var comparison = space.Comparison switch
        {
            LoopComparison.Less => BinaryOperator.Less,
            LoopComparison.LessOrEqual => BinaryOperator.LessOrEqual,
            LoopComparison.Greater => BinaryOperator.Greater,
            LoopComparison.GreaterOrEqual => BinaryOperator.GreaterOrEqual,
            _ => BinaryOperator.NotEqual,
        };
        return new Binary(comparison, As(new VariableRead(space.Index), type), As(space.End, type), IrType.Bool);
    }

    private static IrExpression As(IrExpression value, IrType type) => value switch
    {
        _ when value.Type.Kind == type.Kind => value,
        Constant { Value: int number } when type.Kind == ScalarKind.Int64 => new Constant(type, (long)number),
        _ => new Conversion(value, type),
    };

    private Variable Fresh(string name, IrType type)
    {
        var id = _nextVariable++;
        return new Variable(id, $"__w{id}_{name}", type, VariableKind.Local);
    }
}
