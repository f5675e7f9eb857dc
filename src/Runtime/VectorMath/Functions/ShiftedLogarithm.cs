using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>log(1 + x) and its kind.</summary>
internal static class ShiftedLogarithm
{
    /// <summary>
    /// log(1 + x + xLow) + shift ln 2, with 1 + x = 2^e (1 + f): what rounding 1 + x lost is added to the logarithm, times the derivative,
    /// so that nothing waits for it; for e = 0, f is x itself, so the result is precise relative to x.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes x, TLanes xLow, TLanes shift)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var y = x + 1.0;
        var back = y - x;
        var lost = 1.0 - back + (x - (y - back)) + xLow;
        var (f, e) = LogDouble.Decompose(y);
        var isNear = TLanes.Equal(e, 0.0);
        f = TLanes.Select(isNear, x, f);
        var correction = TLanes.Select(isNear, xLow, lost * PowerOfTwo.Exact<TLanes, double>(TLanes.AtLeast(-100.0, -e))) / (f + 1.0);
        e += shift;
        var s = f / (f + 2.0);
        var w = s * s;
        var halfSquare = f * f * 0.5;
        var rest = halfSquare - TLanes.Fma(s, TLanes.Fma(w, LogDouble.Series(w), halfSquare), TLanes.Fma(e, Logarithms.Ln2ShortLow, correction));
        var whole = e * Logarithms.Ln2Short;
        var high = whole + f;
        var low = whole - high + f;
        return LogDouble.Special(y, high + (low - rest));
    }

    /// <summary>log(1 + x), with an error that a float does not show.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Short<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var y = x + 1.0;
        var (f, e) = LogDouble.Decompose(y);
        f = TLanes.Select(TLanes.Equal(e, 0.0), x, f);
        var s = f / (f + 2.0);
        var w = s * s;
        var series = Polynomial<double>.Evaluate<TLanes>(w, LogSeriesShort.C0, LogSeriesShort.C1, LogSeriesShort.C2, LogSeriesShort.C3);
        return LogDouble.Special(y, TLanes.Fma(e, Logarithms.Ln2, TLanes.Fma(s * w, series, s + s)));
    }
}
