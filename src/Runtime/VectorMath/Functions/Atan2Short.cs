using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The angle of a point in <see langword="double"/>, with an error that a float does not show. The first argument is the ordinate.
/// </summary>
internal readonly struct Atan2Short : IBinaryFunction<double>
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
        var (addsQuarter, angle) = Arctangent.OfQuotientShort(numerator, denominator);
        var turn = (swaps ^ isBehind) & TLanes.FromBits(long.MinValue);
        var whole = TLanes.Select(
            isBehind,
            TLanes.Select(addsQuarter, HalfPi.ThreeQuarters, TLanes.Select(swaps, HalfPi.High, HalfPi.Twice)),
            TLanes.Select(addsQuarter, HalfPi.Quarter, swaps & HalfPi.High));
        var result = (whole + (angle ^ turn)) | sign;
        return TLanes.Select(TLanes.Equal(x, x) & TLanes.Equal(y, y), result, x + y);
    }
}
