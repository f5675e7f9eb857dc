using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// log(1 + x): what rounding 1 + x lost is put back into f of 1 + x = 2^e (1 + f); for e = 0, f is x itself.
/// </summary>
internal readonly struct LogP1Double : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var y = x + 1.0;
        var back = y - x;
        var lost = 1.0 - back + (x - (y - back));
        var (f, e) = LogDouble.Decompose(y);
        var isNear = TLanes.Equal(e, 0.0);
        var correction = lost * PowerOfTwo.Exact<TLanes, double>(TLanes.AtLeast(-100, -e));
        var sum = f + correction;
        correction -= sum - f;
        f = TLanes.Select(isNear, x, sum);
        correction = TLanes.Select(isNear, 0.0, TLanes.Fma(-correction, f, correction));
        var s = f / (f + 2.0);
        var w = s * s;
        var halfSquare = f * f * 0.5;
        var rest = halfSquare - TLanes.Fma(s, TLanes.Fma(w, LogDouble.Series(w), halfSquare), TLanes.Fma(e, Logarithms.Ln2ShortLow, correction));
        var whole = e * Logarithms.Ln2Short;
        var high = whole + f;
        var low = whole - high + f;
        return TLanes.Select(TLanes.Equal(x, 0.0), x, LogDouble.Special(y, high + (low - rest)));
    }
}
