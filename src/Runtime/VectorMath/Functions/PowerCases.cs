using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>What a power is apart from |x|^y: the special cases of IEEE 754's <c>pow</c>, and the sign.</summary>
internal static class PowerCases
{
    /// <summary>A mask of the lanes where <see cref="Finish"/> can change something: all but positive finite bases whose power is bounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes IsSpecial<TLanes>(TLanes x, TLanes isBounded)
        where TLanes : struct, ILanes<TLanes, double> => TLanes.AndNot(
            TLanes.FromBits(-1), TLanes.Less(0.0, x) & TLanes.Less(x, double.PositiveInfinity) & isBounded);

    /// <summary>
    /// The power, given |x|^y where x is neither zero nor infinite and the mask is set, which says that y log |x| is a number of a
    /// magnitude whose power need not overflow.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Finish<TLanes>(TLanes x, TLanes y, TLanes isBounded, TLanes power)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var size = TLanes.Abs(x);
        var grows = TLanes.Less(1.0, size) ^ TLanes.Less(y, 0.0);
        var limit = TLanes.Select(TLanes.Equal(size, 1.0), 1.0, grows & double.PositiveInfinity);
        var isInside = TLanes.Less(0.0, size) & TLanes.Less(size, double.PositiveInfinity) & isBounded;
        power = TLanes.Select(isInside, power, limit);
        power = TLanes.Select(TLanes.Equal(x, x) & TLanes.Equal(y, y), power, double.NaN);
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
