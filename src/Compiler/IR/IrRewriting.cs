namespace AutoParallel.Compiler.IR;

/// <summary>Copies IR with some of its nodes replaced. Texts are not rewritten: what is rewritten must be printed from the IR.</summary>
public static class IrRewriting
{
    /// <summary>Replaces the expressions for which <paramref name="replace"/> gives another one; looks inside all others.</summary>
    public static IrExpression Replace(this IrExpression expression, Func<IrExpression, IrExpression?> replace)
    {
        if (replace(expression) is { } replaced)
            return replaced;
        return expression switch
        {
            Load load => load with { Access = load.Access.Replace(replace) },
            Unary unary => unary with { Operand = unary.Operand.Replace(replace) },
            Binary binary => binary with { Left = binary.Left.Replace(replace), Right = binary.Right.Replace(replace) },
            Conditional conditional => conditional with
            {
                Condition = conditional.Condition.Replace(replace),
                WhenTrue = conditional.WhenTrue.Replace(replace),
                WhenFalse = conditional.WhenFalse.Replace(replace),
            },
            Conversion conversion => conversion with { Operand = conversion.Operand.Replace(replace) },
            MathCall call => call with { Arguments = call.Arguments.Select(a => a.Replace(replace)).ToEquatableArray() },
            _ => expression,
        };
    }

    /// <summary>Replaces inside the subscripts.</summary>
    public static MemoryAccess Replace(this MemoryAccess access, Func<IrExpression, IrExpression?> replace) =>
        access with { Subscripts = access.Subscripts.Select(s => s.Replace(replace)).ToEquatableArray() };

    /// <summary>Replaces inside all expressions of a statement that the IR has a node for.</summary>
    public static Statement Replace(this Statement statement, Func<IrExpression, IrExpression?> replace) => statement switch
    {
        Block block => block with { Statements = block.Statements.Select(s => s.Replace(replace)).ToEquatableArray() },
        Declaration declaration => declaration with { Initializer = declaration.Initializer?.Replace(replace) },
        Assignment assignment => assignment with { Value = assignment.Value.Replace(replace) },
        Store store => store with { Access = store.Access.Replace(replace), Value = store.Value.Replace(replace) },
        If branch => branch with
        {
            Condition = branch.Condition.Replace(replace),
            Then = (Block)branch.Then.Replace(replace),
            Else = (Block)branch.Else.Replace(replace),
        },
        Loop loop => loop with
        {
            Space = loop.Space is { } space ? space with { Start = space.Start.Replace(replace), End = space.End.Replace(replace), Step = space.Step.Replace(replace) } : null,
            Condition = loop.Condition?.Replace(replace),
            Body = (Block)loop.Body.Replace(replace),
        },
        Jump jump => jump with { Value = jump.Value?.Replace(replace) },
        Evaluation evaluation => evaluation with { Expression = evaluation.Expression.Replace(replace) },
        _ => throw new InvalidOperationException($"{statement.GetType().Name} cannot be rewritten"),
    };

    /// <summary>Replaces the containers for which <paramref name="replace"/> gives another one, wherever the IR names them.</summary>
    public static Statement ReplaceRoots(this Statement statement, Func<MemoryRoot, MemoryRoot?> replace)
    {
        return Stores(statement.Replace(Loads));

        IrExpression? Loads(IrExpression expression) => expression switch
        {
            Load load => load with { Access = Access(load.Access) },
            LengthOf length => length with { Root = Root(length.Root) },
            _ => null,
        };

        MemoryAccess Access(MemoryAccess access) => access with { Root = Root(access.Root), Subscripts = access.Subscripts.Select(s => s.Replace(Loads)).ToEquatableArray() };

        MemoryRoot Root(MemoryRoot root)
        {
            if (replace(root) is { } replaced)
                return replaced;
            return root.Parent is not { } parent || Access(parent) is var other && other == parent ? root : root.In(other);
        }

        Statement Stores(Statement inner) => inner switch
        {
            Store store => store with { Access = Access(store.Access) },
            Block block => AsBlock(block),
            If branch => branch with { Then = AsBlock(branch.Then), Else = AsBlock(branch.Else) },
            Loop loop => loop with { Body = AsBlock(loop.Body) },
            _ => inner,
        };

        Block AsBlock(Block block) => block with { Statements = block.Statements.Select(Stores).ToEquatableArray() };
    }

    /// <summary>Replaces reads of a variable.</summary>
    public static Func<IrExpression, IrExpression?> Reads(Variable variable, IrExpression value) =>
        e => e is VariableRead read && read.Variable == variable ? value : null;
}
