using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>What is known to hold where an access happens.</summary>
/// <param name="Indices">The indices of the inner counted loops around it: each is within its bounds.</param>
/// <param name="Conditions">Conditions that were true on the way to it in the same iteration.</param>
/// <param name="Excluded">Conditions that were false.</param>
public sealed record AccessScope(EquatableArray<Variable> Indices, EquatableArray<IrExpression> Conditions, EquatableArray<IrExpression> Excluded)
{
    /// <summary>Nothing is known.</summary>
    public static readonly AccessScope Everywhere = new(default, default, default);

    /// <summary>Where a condition holds too, or does not.</summary>
    public AccessScope Where(IrExpression condition, bool holds) => (condition, holds) switch
    {
        (Binary { Operator: BinaryOperator.AndAlso } both, true) => Where(both.Left, true).Where(both.Right, true),
        (Binary { Operator: BinaryOperator.OrElse } either, false) => Where(either.Left, false).Where(either.Right, false),
        (Unary { Operator: UnaryOperator.LogicalNot } not, _) => Where(not.Operand, !holds),
        (Binary test, true) when IsIntegerTest(test) => this with { Conditions = Conditions.Add(test) },
        (Binary test, false) when IsIntegerTest(test) => this with { Excluded = Excluded.Add(test) },
        _ => this,
    };

    /// <summary>Inside a loop.</summary>
    public AccessScope Inside(IterationSpace? space) => space is { IndexLivesOutside: false } ? this with { Indices = Indices.Add(space.Index) } : this;

    private static bool IsIntegerTest(Binary test) => test.Operator is BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater
        or BinaryOperator.GreaterOrEqual or BinaryOperator.Equal or BinaryOperator.NotEqual && test.Left.Type.IsInteger;
}
