namespace AutoParallel.Compiler.IR;

/// <summary>Walks IR in order of evaluation.</summary>
public static class IrTraversal
{
    /// <summary>The statement and every statement inside it, in order of appearance.</summary>
    public static IEnumerable<Statement> SelfAndDescendants(this Statement statement)
    {
        yield return statement;
        foreach (var child in statement.Children)
        {
            foreach (var inner in SelfAndDescendants(child))
                yield return inner;
        }
    }

    /// <summary>The expression and every operand inside it, operands first; the subscripts of a container that is itself loaded included.</summary>
    public static IEnumerable<IrExpression> SelfAndDescendants(this IrExpression expression)
    {
        foreach (var operand in expression.Operands)
        {
            foreach (var inner in SelfAndDescendants(operand))
                yield return inner;
        }

        yield return expression;
    }

    /// <summary>Every expression of the statement and of the statements inside it.</summary>
    public static IEnumerable<IrExpression> AllExpressions(this Statement statement) =>
        statement.SelfAndDescendants().SelectMany(s => s.Expressions).SelectMany(e => e.SelfAndDescendants());

    /// <summary>The effects of opaque nodes, wherever they are in the statement.</summary>
    public static IEnumerable<Effects> AllEffects(this Statement statement) =>
        statement.AllExpressions().OfType<OpaqueExpression>().Select(o => o.Effects)
            .Concat(statement.SelfAndDescendants().OfType<OpaqueStatement>().Select(o => o.Effects));

    /// <summary>The conditions that must all hold for a condition to hold, in order.</summary>
    public static IEnumerable<IrExpression> Conjuncts(this IrExpression condition) =>
        condition is Binary { Operator: BinaryOperator.AndAlso } conjunction ? conjunction.Left.Conjuncts().Concat(conjunction.Right.Conjuncts()) : [condition];

    /// <summary>Whether the expression is the value of a variable, be it as a number of another type.</summary>
    public static bool IsReadOf(this IrExpression expression, Variable variable) =>
        expression is Conversion conversion ? conversion.Operand.IsReadOf(variable) : expression is VariableRead read && read.Variable == variable;

    /// <summary>The variables whose value the expression needs, containers included.</summary>
    public static IEnumerable<Variable> VariablesRead(this IrExpression expression) =>
        expression.SelfAndDescendants().SelectMany(e => e switch
        {
            VariableRead read => [read.Variable],
            Load load => load.Access.Root.Reads,
            LengthOf length => length.Root.Reads,
            OpaqueExpression opaque => opaque.Effects.Stores.SelectMany(s => s.Root.Reads),
            _ => Enumerable.Empty<Variable>(),
        });

    /// <summary>The variables that the statement reads, itself or inside, containers of stores included.</summary>
    public static IEnumerable<Variable> VariablesRead(this Statement statement) =>
        statement.SelfAndDescendants().SelectMany(s => s.Expressions.SelectMany(VariablesRead).Concat(s switch
        {
            Store store => store.Access.Root.Reads,
            OpaqueStatement opaque => opaque.Effects.Stores.SelectMany(a => a.Root.Reads),
            _ => Enumerable.Empty<Variable>(),
        }));

    /// <summary>The variables that the statement assigns, itself or inside; declarations with an initial value count.</summary>
    public static IEnumerable<Variable> VariablesAssigned(this Statement statement) =>
        statement.SelfAndDescendants().SelectMany(s => s switch
        {
            Assignment assignment => [assignment.Variable],
            Declaration { Initializer: not null } declaration => [declaration.Variable],
            Loop { Space: { } space } => [space.Index],
            _ => Enumerable.Empty<Variable>(),
        }).Concat(statement.AllEffects().SelectMany(e => e.Writes));

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
}
