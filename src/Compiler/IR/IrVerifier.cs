namespace AutoParallel.Compiler.IR;

/// <summary>Checks the invariants that every stage relies on: numbers, scopes and types.</summary>
public sealed class IrVerifier
{
    private readonly List<string> _problems = [];
    private readonly HashSet<int> _loops = [];
    private readonly Dictionary<int, Variable> _variables = [];
    private readonly HashSet<Variable> _inScope = [];
    private List<Variable> _declared = [];
    private int _loopDepth;

    private IrVerifier()
    {
    }

    /// <summary>What is wrong with a method, in words; empty if nothing.</summary>
    public static IReadOnlyList<string> Verify(Method method) => Verify(method.Body, []);

    /// <summary>What is wrong with statements that take the place of a loop, in words; empty if nothing.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="statements">The statements; what they use without declaring it is declared around them, if not inside the loop.</param>
    public static IReadOnlyList<string> Verify(Loop loop, Block statements)
    {
        var inside = new HashSet<Variable>(loop.VariablesDeclared().Concat(statements.VariablesDeclared()));
        return Verify(statements, statements.VariablesRead().Concat(statements.VariablesAssigned()).Where(v => !inside.Contains(v)));
    }

    private static List<string> Verify(Block body, IEnumerable<Variable> declared)
    {
        var verifier = new IrVerifier();
        verifier._inScope.UnionWith(declared);
        foreach (var loop in body.SelfAndDescendants().OfType<Loop>())
        {
            if (!verifier._loops.Add(loop.Id))
                verifier.Fails($"loop number {loop.Id} is used twice");
        }

        verifier.Visit(body);
        return verifier._problems;
    }

    private void Fails(string problem) => _problems.Add(problem);

    private void Visit(Statement statement)
    {
        Markers(statement.Text);
        foreach (var expression in statement.Expressions)
            Visit(expression);
        switch (statement)
        {
            case Declaration declaration:
                Declare(declaration.Variable);
                if (declaration.Initializer is { } initial)
                    Same(initial.Type, declaration.Variable.Type, statement);
                break;
            case Assignment assignment:
                Use(assignment.Variable, statement);
                Same(assignment.Value.Type, assignment.Variable.Type, statement);
                break;
            case Store store:
                Access(store.Access);
                if (IsTyped(store.Access))
                    Same(store.Value.Type, store.Access.Type, statement);
                break;
            case If branch:
                Bool(branch.Condition, statement);
                break;
            case Jump { Kind: JumpKind.Break or JumpKind.Continue } when _loopDepth == 0:
                Fails($"'{Headline(statement)}' is in no loop");
                break;
            case Loop loop:
                VisitLoop(loop);
                return;
            case OpaqueStatement opaque:
                Declares(opaque.Effects);
                break;
        }

        if (statement is Block)
            InScope(statement.Children);
        else
            Visit(statement.Children);
    }

    /// <summary>Visits what is inside a block, whose declarations end with it.</summary>
    private void InScope(IEnumerable<Statement> statements)
    {
        var around = _declared;
        _declared = [];
        Visit(statements);
        _inScope.ExceptWith(_declared);
        _declared = around;
    }

    private void Visit(IEnumerable<Statement> statements)
    {
        foreach (var statement in statements)
            Visit(statement);
    }

    private void VisitLoop(Loop loop)
    {
        Markers(loop.BodyText);
        if (loop.Space is { } space)
        {
            if (!space.IndexLivesOutside)
                Declare(space.Index);
            Use(space.Index, loop);
            if (!space.Index.Type.IsInteger)
                Fails($"the index of '{Headline(loop)}' is no integer");
            Same(space.Start.Type, space.Index.Type, loop);
            if (loop.Body.VariablesAssigned().Contains(space.Index))
                Fails($"the body of '{Headline(loop)}' assigns its index");
        }

        if (loop.Condition is { } condition)
            Bool(condition, loop);
        _loopDepth++;
        Visit(loop.Body);
        _loopDepth--;
    }

    private void Visit(IrExpression expression)
    {
        foreach (var operand in expression.Operands)
            Visit(operand);
        switch (expression)
        {
            case VariableRead read:
                Use(read.Variable, null);
                break;
            case Load load:
                Access(load.Access);
                if (IsTyped(load.Access) && load.Type.Kind != load.Access.Type.Kind)
                    Fails($"{load} is a {load.Access.Type}, not a {load.Type}");
                break;
            case LengthOf length:
                Reads(length.Root);
                break;
            case Unary { Operator: UnaryOperator.LogicalNot } not:
                Bool(not.Operand, null);
                break;
            case Unary unary when unary.Operand.Type.Kind != unary.Type.Kind:
                Fails($"{unary} is not of the type of its operand");
                break;
            case Binary binary:
                Operands(binary);
                break;
            case Conditional conditional:
                Bool(conditional.Condition, null);
                if (conditional.WhenTrue.Type.Kind != conditional.WhenFalse.Type.Kind || conditional.WhenTrue.Type.Kind != conditional.Type.Kind)
                    Fails($"the two values of {conditional} have different types");
                break;
            case OpaqueExpression opaque:
                Declares(opaque.Effects);
                break;
        }
    }

    private void Operands(Binary binary)
    {
        if (binary.Operator >= BinaryOperator.Equal && binary.Type.Kind != ScalarKind.Bool)
            Fails($"comparison {binary} is not a bool");
        if (binary.Operator is BinaryOperator.AndAlso or BinaryOperator.OrElse)
        {
            Bool(binary.Left, null);
            Bool(binary.Right, null);
            return;
        }

        var isShift = binary.Operator is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight;
        if (isShift ? binary.Right.Type.Kind != ScalarKind.Int32 : binary.Left.Type.Kind != binary.Right.Type.Kind)
            Fails($"operands of {binary} have different types");
        if (binary.Operator < BinaryOperator.Equal && binary.Left.Type.Kind != binary.Type.Kind)
            Fails($"{binary} is not of the type of its operands");
    }

    private void Access(MemoryAccess access)
    {
        Reads(access.Root);
        if (access.Subscripts.Count != access.Root.Rank)
            Fails($"{access} has {access.Subscripts.Count} subscripts, not {access.Root.Rank}");
        foreach (var subscript in access.Subscripts)
        {
            if (!subscript.Type.IsInteger)
                Fails($"subscript {subscript} of {access} is no integer");
        }
    }

    /// <summary>Whether the access says what it reaches: a whole element, or a field that is a number.</summary>
    private static bool IsTyped(MemoryAccess access) => access.Path.Length == 0 || access.Number is not null;

    private void Reads(MemoryRoot root)
    {
        foreach (var variable in root.Reads)
            Use(variable, null);
        if (root.Parent is { } parent)
            Whole(parent);
    }

    private void Declares(Effects effects)
    {
        foreach (var variable in effects.Writes)
            Declare(variable);
        foreach (var store in effects.Stores)
            Whole(store);
    }

    /// <summary>An access that is nobody's operand, so that its subscripts are seen only here.</summary>
    private void Whole(MemoryAccess access)
    {
        foreach (var subscript in access.Subscripts)
            Visit(subscript);
        Access(access);
    }

    private void Declare(Variable variable)
    {
        Known(variable);
        if (_inScope.Add(variable))
            _declared.Add(variable);
    }

    private void Use(Variable variable, Statement? user)
    {
        Known(variable);
        if (variable.Kind is VariableKind.Local or VariableKind.Synthetic && !_inScope.Contains(variable))
            Fails(user is null ? $"'{variable}' is read where it is not declared" : $"'{Headline(user)}' uses '{variable}' where it is not declared");
    }

    private void Known(Variable variable)
    {
        if (!_variables.TryGetValue(variable.Id, out var known))
            _variables.Add(variable.Id, variable);
        else if (known != variable)
            Fails($"variable number {variable.Id} is both '{known}' and '{variable}'");
    }

    private void Bool(IrExpression condition, Statement? user)
    {
        if (condition.Type.Kind != ScalarKind.Bool)
            Fails($"{condition} {(user is null ? "" : $"in '{Headline(user)}' ")}is a condition, and not a bool");
    }

    private void Same(IrType value, IrType target, Statement statement)
    {
        if (value.Kind != target.Kind)
            Fails($"'{Headline(statement)}' assigns a {value} to a {target}");
    }

    private void Markers(string text) => LoopMarker.Expand(text, id =>
    {
        if (!_loops.Contains(id))
            Fails($"a text names loop {id}, which does not exist");
        return "";
    });

    private static string Headline(Statement statement) => IrPrinter.Print(statement).Split('\n')[0];
}
