namespace AutoParallel.Compiler.IR;

/// <summary>Walks IR in order of evaluation.</summary>
public static class IrTraversal
{
    /// <summary>The statement and every statement inside it, in order of appearance.</summary>
    public static IReadOnlyList<Statement> SelfAndDescendants(this Statement statement)
    {
        var all = new List<Statement>();
        Collect(statement, all);
        return all;
    }

    /// <summary>The expression and every operand inside it, operands first; the subscripts of a container that is itself loaded included.</summary>
    public static IReadOnlyList<IrExpression> SelfAndDescendants(this IrExpression expression)
    {
        var all = new List<IrExpression>();
        Collect(expression, all);
        return all;
    }

    /// <summary>Every expression of the statement and of the statements inside it.</summary>
    public static IReadOnlyList<IrExpression> AllExpressions(this Statement statement)
    {
        var all = new List<IrExpression>();
        foreach (var inner in statement.SelfAndDescendants())
            CollectExpressions(inner, all);
        return all;
    }

    /// <summary>The effects of opaque nodes, wherever they are in the statement.</summary>
    public static IReadOnlyList<Effects> AllEffects(this Statement statement)
    {
        var effects = new List<Effects>();
        foreach (var expression in statement.AllExpressions())
        {
            if (expression is OpaqueExpression opaque)
                effects.Add(opaque.Effects);
        }

        foreach (var inner in statement.SelfAndDescendants())
        {
            if (inner is OpaqueStatement opaque)
                effects.Add(opaque.Effects);
        }

        return effects;
    }

    /// <summary>The statements of a block in order, those of blocks in it in their place.</summary>
    public static IEnumerable<Statement> Unnested(this Block block) => block.Statements.SelectMany(s => s is Block inner ? inner.Unnested() : [s]);

    /// <summary>The conditions that must all hold for a condition to hold, in order.</summary>
    public static IEnumerable<IrExpression> Conjuncts(this IrExpression condition) =>
        condition is Binary { Operator: BinaryOperator.AndAlso } conjunction ? conjunction.Left.Conjuncts().Concat(conjunction.Right.Conjuncts()) : [condition];

    /// <summary>Whether the expression is the value of a variable, be it as a number of another type.</summary>
    public static bool IsReadOf(this IrExpression expression, Variable variable) =>
        expression is Conversion conversion ? conversion.Operand.IsReadOf(variable) : expression is VariableRead read && read.Variable == variable;

    /// <summary>The variables whose value the expression needs, containers included.</summary>
    public static IReadOnlyList<Variable> VariablesRead(this IrExpression expression)
    {
        var read = new List<Variable>();
        foreach (var inner in expression.SelfAndDescendants())
            CollectReads(inner, read);
        return read;
    }

    /// <summary>The variables that the statement reads, itself or inside, containers of stores included.</summary>
    public static IReadOnlyList<Variable> VariablesRead(this Statement statement)
    {
        var read = new List<Variable>();
        var expressions = new List<IrExpression>();
        foreach (var inner in statement.SelfAndDescendants())
        {
            expressions.Clear();
            CollectExpressions(inner, expressions);
            foreach (var expression in expressions)
                CollectReads(expression, read);
            if (inner is Store store)
                Add(store.Access.Root.Reads, read);
            else if (inner is OpaqueStatement opaque)
                CollectReads(opaque.Effects, read);
        }

        return read;
    }

    /// <summary>The variables that the statement assigns, itself or inside; declarations with an initial value count.</summary>
    public static IReadOnlyList<Variable> VariablesAssigned(this Statement statement)
    {
        var assigned = new List<Variable>();
        foreach (var inner in statement.SelfAndDescendants())
        {
            switch (inner)
            {
                case Assignment assignment:
                    assigned.Add(assignment.Variable);
                    break;
                case Declaration { Initializer: not null } declaration:
                    assigned.Add(declaration.Variable);
                    break;
                case Loop { Space: { } space }:
                    assigned.Add(space.Index);
                    break;
            }
        }

        foreach (var effects in statement.AllEffects())
            Add(effects.Writes, assigned);
        return assigned;
    }

    /// <summary>A number that no variable in the statement has, nor any greater one.</summary>
    public static int NextVariableId(this Statement statement) =>
        statement.VariablesDeclared().Concat(statement.VariablesRead()).Concat(statement.VariablesAssigned()).Select(v => v.Id + 1).DefaultIfEmpty(0).Max();

    /// <summary>A number that no loop in the statement has, nor any greater one.</summary>
    public static int NextLoopId(this Statement statement) => statement.SelfAndDescendants().OfType<Loop>().Select(l => l.Id + 1).DefaultIfEmpty(0).Max();

    /// <summary>The variables declared inside the statement, indices of loops that declare them included.</summary>
    public static IEnumerable<Variable> VariablesDeclared(this Statement statement) =>
        statement.SelfAndDescendants().SelectMany(s => s switch
        {
            Declaration declaration => [declaration.Variable],
            Loop { Space: { IndexLivesOutside: false } space } => [space.Index],
            _ => Enumerable.Empty<Variable>(),
        });

    private static void Collect(Statement statement, List<Statement> all)
    {
        all.Add(statement);
        foreach (var child in statement.Children)
            Collect(child, all);
    }

    /// <summary>The expressions of a statement alone, with their operands.</summary>
    private static void CollectExpressions(Statement statement, List<IrExpression> all)
    {
        foreach (var expression in statement.Expressions)
            Collect(expression, all);
    }

    private static void Collect(IrExpression expression, List<IrExpression> all)
    {
        foreach (var operand in expression.Operands)
            Collect(operand, all);
        all.Add(expression);
    }

    /// <summary>What an expression reads beside its operands.</summary>
    private static void CollectReads(IrExpression expression, List<Variable> read)
    {
        switch (expression)
        {
            case VariableRead variable:
                read.Add(variable.Variable);
                break;
            case Load load:
                Add(load.Access.Root.Reads, read);
                break;
            case LengthOf length:
                Add(length.Root.Reads, read);
                break;
            case OpaqueExpression opaque:
                CollectReads(opaque.Effects, read);
                break;
        }
    }

    private static void CollectReads(Effects effects, List<Variable> read)
    {
        foreach (var store in effects.Stores)
            Add(store.Root.Reads, read);
    }

    private static void Add(EquatableArray<Variable> variables, List<Variable> all)
    {
        foreach (var variable in variables)
            all.Add(variable);
    }
}
