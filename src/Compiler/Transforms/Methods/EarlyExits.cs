using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Takes jumps to the end of a body out of it: what would be jumped over becomes the other branch of the test, or runs only while a
/// flag says that no exit was taken (Erosa and Hendren, "Taming control flow", ICCL 1994, for exits without <c>goto</c>). Legal for any
/// body: the same statements run in the same order.
/// </summary>
public sealed class EarlyExits
{
    private readonly JumpKind _kind;
    private readonly Func<Jump, Statement?> _atExit;
    private readonly Func<Variable> _makeFlag;
    private Variable? _flag;

    private EarlyExits(JumpKind kind, Func<Jump, Statement?> atExit, Func<Variable> makeFlag)
    {
        _kind = kind;
        _atExit = atExit;
        _makeFlag = makeFlag;
    }

    /// <summary>The statements without exits; null where one stands in a statement that the IR has no node for.</summary>
    /// <param name="statements">A body.</param>
    /// <param name="kind"><see cref="JumpKind.Return"/> for that of a function, <see cref="JumpKind.Continue"/> for that of a loop.</param>
    /// <param name="atExit">What to do where an exit stood, such as to keep the value; null for nothing.</param>
    /// <param name="makeFlag">Makes a <c>bool</c> with a name of its own.</param>
    public static IReadOnlyList<Statement>? Remove(IReadOnlyList<Statement> statements, JumpKind kind, Func<Jump, Statement?> atExit, Func<Variable> makeFlag)
    {
        if (!statements.Any(s => Exits(s, kind)))
            return statements;
        var exits = new EarlyExits(kind, atExit, makeFlag);
        if (exits.Remove(statements, false) is not { } result)
            return null;
        if (exits._flag is { } flag)
            result.Insert(0, new Declaration(flag, new Constant(IrType.Bool, false), "", default));
        return result;
    }

    /// <summary>Whether a jump of the kind that leaves the body stands in the statement.</summary>
    public static bool Exits(Statement statement, JumpKind kind) => statement switch
    {
        Jump jump => jump.Kind == kind,
        Loop when kind == JumpKind.Continue => false,
        _ => statement.Children.Any(c => Exits(c, kind)),
    };

    /// <param name="statements">What runs in order.</param>
    /// <param name="raises">Whether an exit must raise the flag, because something that follows asks it.</param>
    private List<Statement>? Remove(IReadOnlyList<Statement> statements, bool raises)
    {
        var result = new List<Statement>();
        for (var i = 0; i < statements.Count; i++)
        {
            var statement = statements[i];
            if (!Exits(statement, _kind))
            {
                result.Add(statement);
                continue;
            }

            var rest = statements.Skip(i + 1).ToList();
            switch (statement)
            {
                case Jump jump:
                    result.AddRange(Exit(jump, raises));
                    return result;
                case Block block:
                    var ends = rest.Count == 0 || Ends(block);
                    if (Within(block, [], raises || !ends) is not { } inner || Guarded(ends ? [] : rest, raises, block.Source) is not { } next)
                        return null;
                    return [.. result, inner, .. next];
                case If branch:
                    return Branch(branch, rest, raises) is { } chosen ? [.. result, .. chosen] : null;
                case Loop loop:
                    if (InLoop(loop.Body) is not { } body || Guarded(rest, raises, loop.Source) is not { } after)
                        return null;
                    return [.. result, loop with { Body = body }, .. after];
                default:
                    return null;
            }
        }

        return result;
    }

    private List<Statement> Exit(Jump jump, bool raises)
    {
        var result = new List<Statement>();
        if (_atExit(jump) is { } kept)
            result.Add(kept);
        if (raises)
            result.Add(new Assignment(Flag(), new Constant(IrType.Bool, true), "", jump.Source));
        return result;
    }

    private List<Statement>? Branch(If branch, List<Statement> rest, bool raises)
    {
        var (thenEnds, elseEnds) = (Ends(branch.Then), Ends(branch.Else));
        if (thenEnds || elseEnds || rest.Count == 0)
        {
            // What follows is the end of the branch that goes on.
            return Within(branch.Then, thenEnds ? [] : rest, raises) is { } then && Within(branch.Else, elseEnds ? [] : rest, raises) is { } otherwise
                ? [branch with { Then = then, Else = otherwise }]
                : null;
        }

        return Within(branch.Then, [], true) is { } first && Within(branch.Else, [], true) is { } second && Guarded(rest, raises, branch.Source) is { } after
            ? [branch with { Then = first, Else = second }, .. after]
            : null;
    }

    /// <summary>A block and what follows it; the names of its locals stay its own.</summary>
    private Block? Within(Block block, List<Statement> rest, bool raises)
    {
        IReadOnlyList<Statement> all = rest.Count == 0 ? block.Statements : block.Statements.IsEmpty ? rest : [block, .. rest];
        return Remove(all, raises) is { } statements ? With(block, statements) : null;
    }

    /// <summary>The body of a loop that an exit leaves, too.</summary>
    private Block? InLoop(Block block)
    {
        var result = new List<Statement>();
        foreach (var statement in block.Statements)
        {
            switch (statement)
            {
                case var other when !Exits(other, _kind):
                    result.Add(other);
                    break;
                case Jump jump:
                    result.AddRange(Exit(jump, true));
                    result.Add(Break(jump.Source));
                    break;
                case Block inner:
                    if (InLoop(inner) is not { } all)
                        return null;
                    result.Add(all);
                    break;
                case If branch:
                    if (InLoop(branch.Then) is not { } then || InLoop(branch.Else) is not { } otherwise)
                        return null;
                    result.Add(branch with { Then = then, Else = otherwise });
                    break;
                case Loop loop:
                    if (InLoop(loop.Body) is not { } body)
                        return null;
                    result.Add(loop with { Body = body });
                    result.Add(new If(new VariableRead(Flag()), With(Block.Empty, [Break(loop.Source)]), Block.Empty, "", loop.Source));
                    break;
                default:
                    return null;
            }
        }

        return With(block, result);
    }

    /// <summary>What runs only if no exit was taken.</summary>
    private List<Statement>? Guarded(List<Statement> rest, bool raises, SourceSpan source)
    {
        if (rest.Count == 0)
            return [];
        var goesOn = new Unary(UnaryOperator.LogicalNot, new VariableRead(Flag()), IrType.Bool);
        return Remove(rest, raises) is { } statements ? [new If(goesOn, With(Block.Empty, statements), Block.Empty, "", source)] : null;
    }

    private Variable Flag() => _flag ??= _makeFlag();

    private static Jump Break(SourceSpan source) => new(JumpKind.Break, null, "", source);

    private static Block With(Block block, IEnumerable<Statement> statements) => block with { Statements = statements.ToEquatableArray() };

    /// <summary>Whether control never reaches the end of the statement.</summary>
    private static bool Ends(Statement statement) => statement switch
    {
        Jump => true,
        Block block => block.Statements.Any(Ends),
        If choice => Ends(choice.Then) && Ends(choice.Else),
        _ => false,
    };
}
