using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The arc tangent in <see langword="float"/> throughout: of 1 / x beyond 1, then as <see cref="Arctangent"/> says, without the rounding errors
/// made good.
/// </summary>
internal readonly struct FastAtanSingle : IUnaryFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float>
    {
        var magnitude = TLanes.Abs(x);
        var swaps = TLanes.Less(1.0f, magnitude);
        var isFinite = TLanes.AtMost(1e30f, magnitude);
        var (numerator, denominator) = (TLanes.Select(swaps, 1.0f, magnitude), TLanes.Select(swaps, isFinite, 1.0f));
        var addsQuarter = TLanes.Less(denominator * 0.41421357f, numerator);
        var dividend = TLanes.Select(addsQuarter, numerator - denominator, numerator);
        var t = dividend / TLanes.Select(addsQuarter, numerator + denominator, denominator);
        var z = t * t;
        var series = Polynomial<float>.Evaluate<TLanes>(
            z, (float)ArctangentSeriesShort.C0, (float)ArctangentSeriesShort.C1, (float)ArctangentSeriesShort.C2,
            (float)ArctangentSeriesShort.C3, (float)ArctangentSeriesShort.C4);
        var angle = TLanes.Fma(t * z, series, t) ^ (swaps & TLanes.FromBits(int.MinValue));
        return (TLanes.Select(addsQuarter, HalfPiSingle.Quarter, swaps & HalfPiSingle.High) + angle) | (x & TLanes.FromBits(int.MinValue));
    }
}
