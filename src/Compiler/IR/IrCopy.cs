namespace AutoParallel.Compiler.IR;

/// <summary>
/// Copies IR into another place: variables under other names or replaced by values, containers by those that they stand for. Texts are
/// not rewritten: what is copied must be printed from the IR.
/// </summary>
public sealed class IrCopy
{
    private readonly Func<Variable, IrExpression?> _value;
    private readonly Func<MemoryRoot, MemoryRoot?> _root;
    private readonly SourceSpan? _source;
    private readonly EquatableArray<Variable> _outside;

    /// <summary>Prepares copies.</summary>
    /// <param name="value">What stands for a variable; null for itself. A variable that is assigned must become a read of another one.</param>
    /// <param name="root">What stands for a container that its variables do not tell; null to go by those.</param>
    /// <param name="source">Where the user wrote what the copy takes the place of; null to keep the places.</param>
    /// <param name="outside">The variables by which <paramref name="root"/> names containers, also in the bodies of functions that are called.</param>
    public IrCopy(Func<Variable, IrExpression?> value, Func<MemoryRoot, MemoryRoot?> root, SourceSpan? source, EquatableArray<Variable> outside = default)
    {
        _outside = outside;
        _value = value;
        _root = root;
        _source = source;
    }

    /// <summary>The copy of an expression.</summary>
    public IrExpression Of(IrExpression expression) => expression switch
    {
        VariableRead read => _value(read.Variable) ?? read,
        Load load => load with { Access = Of(load.Access) },
        LengthOf length => length with { Root = Of(length.Root) },
        Unary unary => unary with { Operand = Of(unary.Operand) },
        Binary binary => binary with { Left = Of(binary.Left), Right = Of(binary.Right) },
        Conditional conditional => conditional with
        {
            Condition = Of(conditional.Condition),
            WhenTrue = Of(conditional.WhenTrue),
            WhenFalse = Of(conditional.WhenFalse),
        },
        Conversion conversion => conversion with { Operand = Of(conversion.Operand) },
        MathCall call => call with { Arguments = call.Arguments.Select(Of).ToEquatableArray() },
        OpaqueExpression { Function: { } function } call => call with
        {
            Children = call.Children.Select(Of).ToEquatableArray(),
            Function = function with
            {
                Arguments = function.Arguments.Select(Of).ToEquatableArray(),
                Body = Within(function.Body),
                Outside = function.Outside.Concat(_outside).ToEquatableArray(),
            },
            Source = _source ?? call.Source,
        },
        _ => expression,
    };

    /// <summary>The copy of an access.</summary>
    public MemoryAccess Of(MemoryAccess access) => access with
    {
        Root = Of(access.Root),
        Subscripts = access.Subscripts.Select(Of).ToEquatableArray(),
        Source = _source ?? access.Source,
    };

    /// <summary>The copy of a statement, without text.</summary>
    public Statement Of(Statement statement)
    {
        var source = _source ?? statement.Source;
        return statement switch
        {
            Block block => Of(block),
            Declaration declaration => new Declaration(Of(declaration.Variable), declaration.Initializer is { } value ? Of(value) : null, "", source),
            Assignment assignment => new Assignment(Of(assignment.Variable), Of(assignment.Value), "", source),
            Store store => new Store(Of(store.Access), Of(store.Value), "", source),
            If branch => new If(Of(branch.Condition), Of(branch.Then), Of(branch.Else), "", source),

            // What is thrown, the user's text says: code that is printed from IR leaves it to that.
            Jump { Kind: JumpKind.Throw } => new Jump(JumpKind.Throw, null, "", source),
            Jump jump => new Jump(jump.Kind, jump.Value is { } value ? Of(value) : null, "", source),
            Evaluation evaluation => new Evaluation(Of(evaluation.Expression), "", source),
            Loop loop => loop with
            {
                Space = loop.Space is { } space ? space with { Index = Of(space.Index), Start = Of(space.Start), End = Of(space.End), Step = Of(space.Step) } : null,
                Condition = loop.Condition is { } condition ? Of(condition) : null,
                Body = Of(loop.Body),
                Keyword = source,
                Source = source,
            },
            _ => throw new InvalidOperationException($"{statement.GetType().Name} cannot be copied"),
        };
    }

    /// <summary>The copy of a block.</summary>
    public Block Of(Block block) => new(block.Statements.Select(Of).ToEquatableArray(), "", _source ?? block.Source);

    /// <summary>A body inside the copy has variables of its own, but the containers of the same object.</summary>
    private Block Within(Block body) => new IrCopy(_ => null, _root, _source, _outside).Of(body);

    private Variable Of(Variable variable) => _value(variable) is VariableRead read ? read.Variable : variable;

    private MemoryRoot Of(MemoryRoot root)
    {
        if (_root(root) is { } other)
            return other;

        // A body that was lowered without text does not spell its rows, not even those of variables that it shares with what is around it.
        if (root.Parent is { } parent)
            return Of(parent) is var holder && holder with { Source = parent.Source } == parent && root.Text.Length > 0 ? root : root.In(holder);
        if (root.Reads.Count != 1 || _value(root.Reads[0]) is not { } value)
            return root;
        return value switch
        {
            VariableRead read => root with { Text = read.Variable.Name, Reads = EquatableArray.Of(read.Variable) },
            Load load => root.In(load.Access),
            _ => throw new InvalidOperationException($"{value} is no container"),
        };
    }
}
