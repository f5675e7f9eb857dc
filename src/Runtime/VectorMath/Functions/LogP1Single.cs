using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// log(1 + x): what rounding 1 + x lost is put back into f of 1 + x = 2^e (1 + f); for e = 0, f is x itself.
/// </summary>
internal readonly struct LogP1Single : IUnaryFunction<float>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float>
    {
        var y = x + 1.0f;
        var back = y - x;
        var lost = 1.0f - back + (x - (y - back));
        var (f, e) = LogSingle.Decompose(y);
        var isNear = TLanes.Equal(e, 0.0f);
        var correction = lost * PowerOfTwo.Exact<TLanes, float>(TLanes.AtLeast(-100, -e));
        var sum = f + correction;
        correction -= sum - f;
        f = TLanes.Select(isNear, x, sum);
        correction = TLanes.Select(isNear, 0.0f, TLanes.FmaNegated(correction, f, correction));
        var whole = e * LogarithmsSingle.Ln2Short;
        var high = whole + f;
        var low = TLanes.Fma(e, LogarithmsSingle.Ln2ShortLow, whole - high + f) + correction;
        var square = f * f;
        low = TLanes.Fma(TLanes.FmaSubtract(f, f, square), -0.5f, low);
        low = TLanes.Fma(square * f, LogSingle.CubicSeries(f), low);
        return TLanes.Select(TLanes.Equal(x, 0.0f), x, LogSingle.Special(y, high + TLanes.Fma(square, -0.5f, low)));
    }
}
