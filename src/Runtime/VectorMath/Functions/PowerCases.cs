using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>What a power is apart from |x|^y: the special cases of IEEE 754's <c>pow</c>, and the sign.</summary>
internal static class PowerCases
{
    /// <summary>A mask of the lanes where <see cref="Finish"/> can change something: all but positive finite bases with a number as exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes IsSpecial<TLanes>(TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, double> => TLanes.AndNot(
            TLanes.FromBits(-1), TLanes.Less(0.0, x) & TLanes.Less(x, double.PositiveInfinity) & TLanes.Equal(y, y));

    /// <summary>The logarithm of a magnitude, or what stands for it where the magnitude is 0, infinite or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Logarithm<TLanes>(TLanes magnitude, TLanes logarithm)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var upper = TLanes.Select(TLanes.Less(magnitude, double.PositiveInfinity), logarithm, magnitude);
        return TLanes.Select(TLanes.Equal(magnitude, 0.0), double.NegativeInfinity, upper);
    }

    /// <summary>The power, given |x|^y.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Finish<TLanes>(TLanes x, TLanes y, TLanes power)
        where TLanes : struct, ILanes<TLanes, double>
    {
        const double AllIntegers = 4503599627370496;
        var magnitude = TLanes.Abs(y);
        var half = magnitude * 0.5;
        var isInteger = TLanes.LessOrEqual(AllIntegers, magnitude) | TLanes.Equal(magnitude + AllIntegers - AllIntegers, magnitude);
        var isEven = TLanes.LessOrEqual(AllIntegers, half) | TLanes.Equal(half + AllIntegers - AllIntegers, half);
        var sign = TLanes.AndNot(x & isInteger & TLanes.FromBits(long.MinValue), isEven);
        var hasNoValue = TLanes.AndNot(TLanes.Less(x, 0.0) & TLanes.Less(double.NegativeInfinity, x), isInteger);
        power = TLanes.Select(hasNoValue, double.NaN, power | sign);
        return TLanes.Select(TLanes.Equal(y, 0.0) | TLanes.Equal(x, 1.0), 1.0, power);
    }
}
