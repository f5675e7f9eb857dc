using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>A remainder by a constant, <c>x % 2</c> or <c>x &amp; 3</c>: what tells even iterations from odd ones.</summary>
/// <param name="Dividend">The value, in C#'s arithmetic.</param>
/// <param name="Divisor">By what it is divided.</param>
/// <param name="IsMask">Whether the remainder is never negative; otherwise it has the sign of the value.</param>
public sealed record Residue(Polynomial Dividend, long Divisor, bool IsMask)
{
    /// <summary>
    /// The remainder that an expression is; null for any other. A value that has wrapped around differs from its polynomial by multiples of
    /// 2^32, which a divisor that is a power of two does not see; any other must not have wrapped around.
    /// </summary>
    public static Residue? Of(IrExpression expression, LoopContext context, IndexIntervals intervals)
    {
        if (expression is VariableRead read && context.DefinitionOf(read.Variable) is { } definition)
            return Of(definition, context, intervals);
        var (dividend, divisor, isMask) = expression switch
        {
            Binary { Operator: BinaryOperator.Remainder, Right: Constant { Value: int number and > 1 } } remainder => (remainder.Left, (long)number, false),
            Binary { Operator: BinaryOperator.And, Right: Constant { Value: int mask and > 0 and < int.MaxValue } } bits when PowersOfTwo.Is(mask + 1L) => (bits.Left, mask + 1L, true),
            _ => (expression, 0L, false),
        };
        if (divisor == 0 || expression.Type.Kind != ScalarKind.Int32 || dividend.Type.Kind != ScalarKind.Int32 || context.Polynomials.Build(dividend) is not { } value)
            return null;
        return PowersOfTwo.Is(divisor) || intervals.WrapAssumptions(dividend, value) is { Count: 0 } ? new Residue(value, divisor, isMask) : null;
    }

    /// <summary>The least and the greatest value.</summary>
    public Interval Range => new(IsMask ? 0 : 1 - Divisor, Divisor - 1);
}
