using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The angle of a point: the arc tangent of the smaller coordinate by the larger, then the octant. The first argument is the ordinate,
/// as in <see cref="System.Math.Atan2"/>.
/// </summary>
internal readonly struct Atan2Double : IBinaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var sign = x & TLanes.FromBits(long.MinValue);
        var isBehind = TLanes.SubtractBits(TLanes.FromBits(0), TLanes.ShiftRight(y, 63));
        var (opposite, adjacent) = (TLanes.Abs(x), TLanes.Abs(y));
        var swaps = TLanes.Less(adjacent, opposite);
        var numerator = TLanes.Select(swaps, adjacent, opposite);
        var denominator = TLanes.Select(swaps, opposite, adjacent);
        var isInfinite = TLanes.Equal(denominator, double.PositiveInfinity);
        numerator = TLanes.Select(isInfinite, TLanes.Equal(numerator, double.PositiveInfinity) & 1.0, numerator);
        denominator = TLanes.Select(isInfinite | TLanes.Equal(denominator, 0.0), 1.0, denominator);
        var factor = TLanes.Select(TLanes.Less(denominator, 1e-270), 1.6069380442589903E+60, 1.0);
        factor = TLanes.Select(TLanes.Less(1e300, denominator), 6.223015277861142E-61, factor);
        numerator *= factor;
        denominator *= factor;
        var (addsQuarter, high, low) = Arctangent.OfQuotient(numerator, denominator);
        var turn = (swaps ^ isBehind) & TLanes.FromBits(long.MinValue);
        high ^= turn;
        low ^= turn;
        var whole = TLanes.Select(
            isBehind,
            TLanes.Select(addsQuarter, HalfPi.ThreeQuarters, TLanes.Select(swaps, HalfPi.High, HalfPi.Twice)),
            TLanes.Select(addsQuarter, HalfPi.Quarter, swaps & HalfPi.High));
        var wholeLow = TLanes.Select(
            isBehind,
            TLanes.Select(addsQuarter, HalfPi.ThreeQuartersLow, TLanes.Select(swaps, HalfPi.Middle, HalfPi.TwiceLow)),
            TLanes.Select(addsQuarter, HalfPi.QuarterLow, swaps & HalfPi.Middle));
        var sum = whole + high;
        var result = (sum + (whole - sum + high + (wholeLow + low))) | sign;
        return TLanes.Select(TLanes.Equal(x, x) & TLanes.Equal(y, y), result, x + y);
    }
}
