using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Writes the quotient and the remainder of a value that the ranges of the loops keep from being negative, by a power of two, as a shift and
/// a mask, which lanes have.
/// </summary>
public static class DivisionOfIndices
{
    /// <summary>The method with such divisions rewritten inside its loops; the user's text stays.</summary>
    public static Method Rewrite(Method method) => method with { Body = (Block)InStatement(method.Body, null) };

    private static Statement InStatement(Statement statement, LoopContext? around) => statement switch
    {
        Block block => block with { Statements = block.Statements.Select(s => InStatement(s, around)).ToEquatableArray() },
        Loop { Space: not null } loop => loop with { Body = (Block)InStatement(loop.Body, around ?? new LoopContext(loop)) },
        Declaration or Assignment or Store when around is not null => statement.Replace(e => InExpression(e, around)),
        If branch when around is not null => branch with
        {
            Condition = branch.Condition.Replace(e => InExpression(e, around)),
            Then = (Block)InStatement(branch.Then, around),
            Else = (Block)InStatement(branch.Else, around),
        },
        If branch => branch with { Then = (Block)InStatement(branch.Then, around), Else = (Block)InStatement(branch.Else, around) },
        _ => statement,
    };

    private static IrExpression? InExpression(IrExpression expression, LoopContext context)
    {
        if (expression is not Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder, Right: Constant { Value: int } } division
            || division.Type.Kind != ScalarKind.Int32 || PowersOfTwo.ExponentOf(division.Right) is not (> 0 and var exponent) || context.IsInvariant(division.Left)
            || context.Polynomials.Build(division.Left) is not { } value)
        {
            return null;
        }

        var intervals = context.Intervals;
        if (intervals.Of(value) is not { Least: >= 0 } || intervals.WrapAssumptions(division.Left, value) is not { Count: 0 })
            return null;
        var left = division.Left.Replace(e => InExpression(e, context));
        return division.Operator == BinaryOperator.Divide
            ? new Binary(BinaryOperator.ShiftRight, left, Constant.Int32(exponent), IrType.Int32)
            : new Binary(BinaryOperator.And, left, Constant.Int32((1 << exponent) - 1), IrType.Int32);
    }
}
