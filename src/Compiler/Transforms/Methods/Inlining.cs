using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Puts the bodies of functions in the place of their calls in loops, as the frontend offers them. A body that is one expression becomes
/// part of the expression around the call; any other stands before the statement, with variables of its own, and its returns are
/// assignments. The texts of the loops stay as the user wrote them. Legal because such a body writes nothing that another part of the
/// statement reads, and whether it runs is asked where the user's program asks.
/// </summary>
public sealed class Inlining
{
    private readonly FloatMode _mode;
    private int _nextVariable;
    private int _nextLoop;

    private Inlining(Method method)
    {
        _mode = method.Options.FloatMode;
        _nextVariable = method.Body.NextVariableId();
        _nextLoop = method.Body.NextLoopId();
    }

    /// <summary>The method with the calls in its loops inlined.</summary>
    public static Method Apply(Method method) =>
        method.Body.SelfAndDescendants().OfType<Loop>().Any(l => l.AllExpressions().Any(IsCandidate))
            ? method with { Body = new Inlining(method).Inside(method.Body, false) }
            : method;

    private static bool IsCandidate(IrExpression expression) => expression is OpaqueExpression { Function: not null };

    private static bool HasCandidate(IrExpression expression) => expression switch
    {
        OpaqueExpression opaque => opaque.Function is not null,
        _ => expression.Operands.Any(HasCandidate),
    };

    /// <summary>Whether the order of what is evaluated shows.</summary>
    private static bool HasEffects(IEnumerable<IrExpression> expressions) => expressions.SelectMany(e => e.SelfAndDescendants()).OfType<OpaqueExpression>()
        .Any(o => !o.Effects.ChangesNothing);

    private Block Inside(Block block, bool isInLoop)
    {
        var statements = new List<Statement>();
        foreach (var statement in block.Statements)
            Append(statement, isInLoop, statements);
        return block with { Statements = statements.ToEquatableArray() };
    }

    private void Append(Statement statement, bool isInLoop, List<Statement> into)
    {
        switch (statement)
        {
            case Block block:
                into.Add(Inside(block, isInLoop));
                break;
            case Loop loop:
                into.Add(Of(loop, isInLoop));
                break;
            case If branch:
                into.Add(branch with
                {
                    Condition = isInLoop && !HasEffects(branch.Expressions) ? Flatten(branch.Condition, into) : branch.Condition,
                    Then = Inside(branch.Then, isInLoop),
                    Else = Inside(branch.Else, isInLoop),
                });
                break;
            case OpaqueStatement opaque:
                var nested = new List<Statement>();
                foreach (var child in opaque.Nested)
                    Append(child, isInLoop, nested);
                into.Add(opaque with { Nested = nested.ToEquatableArray() });
                break;
            case Evaluation { Expression: OpaqueExpression { Function: { } function } call } when isInLoop && !HasEffects(call.Children):
                if (!AsStatements(call, function, into))
                    into.Add(statement);
                break;
            default:
                into.Add(isInLoop && !HasEffects(statement.Expressions) ? Plain(statement, into) : statement);
                break;
        }
    }

    private Statement Plain(Statement statement, List<Statement> into) => statement switch
    {
        Declaration { Initializer: { } value } declaration => declaration with { Initializer = Flatten(value, into) },
        Assignment assignment => assignment with { Value = Flatten(assignment.Value, into) },
        Store store => store with { Access = Flatten(store.Access, into), Value = Flatten(store.Value, into) },
        Jump { Value: { } value } jump => jump with { Value = Flatten(value, into) },
        _ => statement,
    };

    private Loop Of(Loop loop, bool isInLoop)
    {
        var body = WithoutFunctions(Inside(loop.Body, true));
        var condition = loop.Condition;
        if (condition is not null && isInLoop)
        {
            var before = new List<Statement>();
            var tested = Flatten(condition, before);
            condition = before.Count == 0 ? tested : condition;
        }

        var inlinesMathematics = Mathematics(body) > Mathematics(loop.Body);
        if (inlinesMathematics && body.SelfAndDescendants().Any(s => s is Store { Access.Field.IsReadOnly: true }))
            return loop;
        return loop with
        {
            Space = loop.Space is { } space ? space with { Start = Single(space.Start), End = Single(space.End), Step = Single(space.Step) } : null,
            InlinesMathematics = inlinesMathematics,
            Body = body,
            Condition = condition,
            TextReads = loop.TextReads.Concat(loop.Body.VariablesRead().Where(v => !v.IsPart)).Distinct().ToEquatableArray(),
        };
    }

    /// <summary>The block without the local functions that it declares, where no call is left that could be one of them, nor a statement's text.</summary>
    private static Block WithoutFunctions(Block body) =>
        body.AllExpressions().Any(e => e is OpaqueExpression) || body.SelfAndDescendants().Any(s => s is OpaqueStatement && !IsFunction(s)) ? body : body with
        {
            Statements = body.Statements.Where(s => !IsFunction(s)).ToEquatableArray(),
        };

    private static bool IsFunction(Statement statement) => statement is OpaqueStatement { Reason: OpaqueStatement.LocalFunction };

    /// <summary>A part of a loop's header with the calls in it that are one expression each.</summary>
    private IrExpression Single(IrExpression expression)
    {
        if (!HasCandidate(expression) || HasEffects([expression]))
            return expression;
        var before = new List<Statement>();
        var value = Flatten(expression, before);
        return before.Count == 0 ? value : expression;
    }

    private static int Mathematics(Block body) => body.AllExpressions().Count(RuntimeFunctions.IsCall);

    /// <summary>What stands for a function of the platform's in the code of the method.</summary>
    private IrExpression? OfMode(IrExpression expression) => expression is MathCall call && RuntimeFunctions.Of(call, _mode) is { } function
        ? call with { Function = function, Arguments = call.Arguments.Select(a => a.Replace(OfMode)).ToEquatableArray() }
        : null;

    private MemoryAccess Flatten(MemoryAccess access, List<Statement> into) =>
        access with { Subscripts = access.Subscripts.Select(s => Flatten(s, into)).ToEquatableArray() };

    /// <summary>The expression without calls that can be inlined; what must run before it goes to <paramref name="into"/>.</summary>
    private IrExpression Flatten(IrExpression expression, List<Statement> into)
    {
        if (!HasCandidate(expression))
            return expression;
        switch (expression)
        {
            case OpaqueExpression { Function: { } function } call:
                return Inline(call, function, into);
            case OpaqueExpression:
                return expression;
            case Load load:
                return load with { Access = Flatten(load.Access, into) };
            case Unary unary:
                return unary with { Operand = Flatten(unary.Operand, into) };
            case Conversion conversion:
                return conversion with { Operand = Flatten(conversion.Operand, into) };
            case MathCall math:
                return math with { Arguments = math.Arguments.Select(a => Flatten(a, into)).ToEquatableArray() };
            case Conditional conditional:
                return Choose(conditional, into);
            case Binary { Operator: BinaryOperator.AndAlso or BinaryOperator.OrElse } test:
                return ShortCircuit(test, into);
            case Binary binary:
                return binary with { Left = Flatten(binary.Left, into), Right = Flatten(binary.Right, into) };
            default:
                return expression;
        }
    }

    private IrExpression Choose(Conditional conditional, List<Statement> into)
    {
        var condition = Flatten(conditional.Condition, into);
        var (then, otherwise) = (new List<Statement>(), new List<Statement>());
        var (whenTrue, whenFalse) = (Flatten(conditional.WhenTrue, then), Flatten(conditional.WhenFalse, otherwise));
        if (then.Count + otherwise.Count == 0)
            return new Conditional(condition, whenTrue, whenFalse, conditional.Type);
        var result = Fresh("value", conditional.Type);
        then.Add(new Assignment(result, whenTrue, "", default));
        otherwise.Add(new Assignment(result, whenFalse, "", default));
        into.Add(new Declaration(result, null, "", default));
        into.Add(new If(condition, AsBlock(then), AsBlock(otherwise), "", default));
        return new VariableRead(result);
    }

    private IrExpression ShortCircuit(Binary test, List<Statement> into)
    {
        var left = Flatten(test.Left, into);
        var before = new List<Statement>();
        var right = Flatten(test.Right, before);
        if (before.Count == 0)
            return test with { Left = left, Right = right };
        var result = Fresh("test", IrType.Bool);
        before.Add(new Assignment(result, right, "", default));
        var read = new VariableRead(result);
        into.Add(new Declaration(result, left, "", default));
        into.Add(new If(test.Operator == BinaryOperator.AndAlso ? read : new Unary(UnaryOperator.LogicalNot, read, IrType.Bool), AsBlock(before), Block.Empty, "", default));
        return read;
    }

    private IrExpression Inline(OpaqueExpression call, FunctionBody function, List<Statement> into)
    {
        var result = Fresh("result", call.Type);
        Variable? flag = null;
        if (Returning([.. function.Body.Statements], result, () => flag = Fresh("left", IrType.Bool)) is not { } body)
            return call;
        var (statements, value) = Split(Copy(call, function, body, [result, flag], Expression(body, result), into), result, flag is not null, call.Source);
        foreach (var statement in statements)
            Append(statement, true, into);
        return Flatten(value, into);
    }

    /// <summary>A call that is a statement, as what it does; false where it stays a call. What it returns is computed, and nobody reads it.</summary>
    private bool AsStatements(OpaqueExpression call, FunctionBody function, List<Statement> into)
    {
        var result = call.Type.Kind == ScalarKind.Other ? null : Fresh("result", call.Type);
        Variable? flag = null;
        if (EarlyExits.Remove([.. function.Body.Statements], JumpKind.Return, AtExit, () => flag = Fresh("left", IrType.Bool)) is not { } body)
            return false;
        if (result is not null)
            into.Add(new Declaration(result, Zero(result.Type), "", call.Source));
        var statements = new List<Statement>();
        foreach (var statement in Copy(call, function, body, [result, flag], null, into))
            Append(statement, true, statements);
        into.Add(AsBlock(statements));
        return true;

        Statement? AtExit(Jump jump) => result is not null && jump.Value is { } value ? new Assignment(result, value, "", jump.Source) : null;
    }

    /// <summary>The body of a function where it is called: with the arguments as its parameters, and variables and loops of its own.</summary>
    /// <param name="call">The call.</param>
    /// <param name="function">The function.</param>
    /// <param name="body">Its body without returns.</param>
    /// <param name="kept">Variables that are those of the place already.</param>
    /// <param name="single">The one expression that the body is, if it is one.</param>
    /// <param name="into">Takes what must run before.</param>
    private List<Statement> Copy(
        OpaqueExpression call, FunctionBody function, IReadOnlyList<Statement> body, IReadOnlyList<Variable?> kept, IrExpression? single, List<Statement> into)
    {
        var block = new Block(body.ToEquatableArray(), "", call.Source);
        var values = Arguments(function, block, single, call.Source, into);
        var given = function.Parameters.Where(p => p.Kind == VariableKind.Reference).Select(p => ((VariableRead)values[p]).Variable).ToList();
        return [.. new IrCopy(Value, _ => null, call.Source).Of(block).Statements.Select(s => WithLoopsOfItsOwn(Given(s, given).Replace(OfMode)))];

        IrExpression? Value(Variable variable)
        {
            if (variable.Kind == VariableKind.This || kept.Contains(variable) || function.Outside.Contains(variable))
                return null;
            if (!values.TryGetValue(variable, out var value))
                values.Add(variable, value = new VariableRead(Fresh(variable.Name, variable.Type)));
            return value;
        }
    }

    /// <summary>A body with its returns as assignments, as what must run first and the value after it.</summary>
    /// <param name="body">The body.</param>
    /// <param name="result">What takes the value.</param>
    /// <param name="needsInitial">Whether the compiler could not see that the result is assigned.</param>
    /// <param name="source">Where it stands.</param>
    public static (IReadOnlyList<Statement> Statements, IrExpression Value) Split(IReadOnlyList<Statement> body, Variable result, bool needsInitial, SourceSpan source)
    {
        var before = body.Take(body.Count - 1).ToList();
        if (!before.SelectMany(s => s.VariablesAssigned()).Contains(result) && Expression([body[body.Count - 1]], result) is { } value)
            return (before, value);
        return ([new Declaration(result, needsInitial ? Zero(result.Type) : null, "", source), .. body], new VariableRead(result));
    }

    /// <summary>
    /// What stands for each parameter: the argument itself where evaluating it there is the same, or a variable that is declared with it.
    /// </summary>
    private Dictionary<Variable, IrExpression> Arguments(FunctionBody function, Block body, IrExpression? single, SourceSpan source, List<Statement> into)
    {
        var values = new Dictionary<Variable, IrExpression>();
        var assigned = new HashSet<Variable>(body.VariablesAssigned());
        foreach (var (parameter, argument) in function.Parameters.Zip(function.Arguments, (p, a) => (p, a)))
        {
            var value = Flatten(argument, into);
            if (parameter.Kind == VariableKind.Reference)
            {
                values.Add(parameter, value);
                continue;
            }

            // A variable that is given by reference too may change before the parameter is read.
            var mayChange = value is VariableRead read && function.Parameters.Zip(function.Arguments, (p, a) => p.Kind == VariableKind.Reference && a.Equals(read)).Any(isSame => isSame);
            if (!assigned.Contains(parameter) && !mayChange && (value is Constant or VariableRead || parameter.Type.Kind == ScalarKind.Other || (single is not null && IsReadOnce(single, parameter))))
            {
                values.Add(parameter, value);
                continue;
            }

            var variable = Fresh(parameter.Name, parameter.Type);
            into.Add(new Declaration(variable, value, "", source));
            values.Add(parameter, new VariableRead(variable));
        }

        return values;
    }

    /// <summary>Whether evaluating the expression reads the variable just once, whatever the values.</summary>
    private static bool IsReadOnce(IrExpression expression, Variable variable) =>
        expression.VariablesRead().Count(v => v == variable) == 1 && Always(expression).Any(e => e is VariableRead read && read.Variable == variable);

    /// <summary>The subexpressions that are always evaluated.</summary>
    private static IEnumerable<IrExpression> Always(IrExpression expression)
    {
        yield return expression;
        var operands = expression switch
        {
            Conditional conditional => [conditional.Condition],
            Binary { Operator: BinaryOperator.AndAlso or BinaryOperator.OrElse } test => [test.Left],
            OpaqueExpression => [],
            _ => expression.Operands,
        };
        foreach (var operand in operands.SelectMany(Always))
            yield return operand;
    }

    /// <summary>The body of a function with its returns as assignments; null where that cannot be done.</summary>
    /// <param name="statements">The body.</param>
    /// <param name="result">What takes the value.</param>
    /// <param name="makeFlag">Makes the variable that says whether a loop was left by a return.</param>
    public static IReadOnlyList<Statement>? Returning(IReadOnlyList<Statement> statements, Variable result, Func<Variable> makeFlag) =>
        EarlyExits.Remove(statements, JumpKind.Return, j => j.Value is { } value ? new Assignment(result, value, "", j.Source) : null, makeFlag);

    /// <summary>The one value that statements give a variable, if they do nothing else.</summary>
    public static IrExpression? Expression(IReadOnlyList<Statement> statements, Variable result)
    {
        while (statements.Count == 1 && statements[0] is Block block)
            statements = block.Statements;
        if (statements.Count != 1)
            return null;
        return statements[0] switch
        {
            Assignment assignment when assignment.Variable == result => assignment.Value,
            If branch when Expression(branch.Then.Statements, result) is { } then && Expression(branch.Else.Statements, result) is { } otherwise
                && then.Type.Kind == otherwise.Type.Kind => new Conditional(branch.Condition, then, otherwise, then.Type),
            _ => null,
        };
    }

    private Statement WithLoopsOfItsOwn(Statement statement) => statement switch
    {
        Loop loop => loop with { Id = _nextLoop++, IsInlined = true, Body = (Block)WithLoopsOfItsOwn(loop.Body) },
        Block block => block with { Statements = block.Statements.Select(WithLoopsOfItsOwn).ToEquatableArray() },
        If branch => branch with { Then = (Block)WithLoopsOfItsOwn(branch.Then), Else = (Block)WithLoopsOfItsOwn(branch.Else) },
        _ => statement,
    };

    private Variable Fresh(string name, IrType type)
    {
        var id = _nextVariable++;
        return new Variable(id, $"__v{id}_{name.TrimStart('@', '_')}", type, VariableKind.Local);
    }

    private static Block AsBlock(List<Statement> statements) => new(statements.ToEquatableArray(), "", default);

    /// <summary>A statement in which what is given by reference is the variable itself.</summary>
    private static Statement Given(Statement statement, IReadOnlyList<Variable> variables)
    {
        if (variables.Count == 0)
            return statement;
        return statement switch
        {
            Store { Access.Root: { Kind: MemoryKind.Reference } root } store when variables.Contains(root.Reads[0]) =>
                new Assignment(root.Reads[0], store.Value.Replace(Read), "", store.Source),
            Block block => block with { Statements = block.Statements.Select(s => Given(s, variables)).ToEquatableArray() },
            If branch => branch with { Condition = branch.Condition.Replace(Read), Then = (Block)Given(branch.Then, variables), Else = (Block)Given(branch.Else, variables) },
            Loop loop => ((Loop)(loop with { Body = Block.Empty }).Replace(Read)) with { Body = (Block)Given(loop.Body, variables) },
            _ => statement.Replace(Read),
        };

        IrExpression? Read(IrExpression expression) => expression is Load { Access.Root: { Kind: MemoryKind.Reference } root } && variables.Contains(root.Reads[0])
            ? new VariableRead(root.Reads[0])
            : null;
    }

    private static Constant Zero(IrType type) => new(type, type.Kind switch
    {
        ScalarKind.Bool => false,
        ScalarKind.Single => 0f,
        ScalarKind.Double => 0d,
        ScalarKind.Int64 or ScalarKind.IntPtr => 0L,
        ScalarKind.UInt64 or ScalarKind.UIntPtr => 0UL,
        ScalarKind.UInt32 => 0U,
        ScalarKind.Char => '\0',
        _ => 0,
    });
}
