using System.Globalization;

using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>Integer constants that are powers of two, by which division is a shift.</summary>
public static class PowersOfTwo
{
    /// <summary>Whether a positive number is one.</summary>
    public static bool Is(long value) => (value & (value - 1)) == 0;

    /// <summary>The exponent; null for any other expression.</summary>
    public static int? ExponentOf(IrExpression expression)
    {
        if (expression is not Constant { Value: { } boxed, Type.IsInteger: true } || boxed is char)
            return null;
        var value = Convert.ToDecimal(boxed, CultureInfo.InvariantCulture);
        if (value < 1)
            return null;
        var exponent = 0;
        while (value % 2 == 0)
        {
            value /= 2;
            exponent++;
        }

        return value == 1 ? exponent : null;
    }
}
