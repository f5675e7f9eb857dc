using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// log x with no rounding error made good.
/// </summary>
internal readonly struct FastLogSingle : IUnaryFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float>
    {
        var (f, e) = LogSingle.Decompose(x);
        return LogSingle.Special(x, TLanes.Fma(e, LogarithmsSingle.Ln2, TLanes.Fma(f * f, LogSingle.Series(f), f)));
    }
}
