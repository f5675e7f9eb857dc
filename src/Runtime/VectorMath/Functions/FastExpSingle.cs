using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// e^x with no rounding error made good.
/// </summary>
internal readonly struct FastExpSingle : IUnaryFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float>
    {
        x = TLanes.AtLeast(ExpSingle.Lowest, TLanes.AtMost(ExpSingle.Highest, x));
        var n = TLanes.Fma(x, LogarithmsSingle.InverseLn2, PowerOfTwo.RounderSingle) - PowerOfTwo.RounderSingle;
        var r = TLanes.FmaNegated(n, LogarithmsSingle.Ln2Low, TLanes.FmaNegated(n, LogarithmsSingle.Ln2, x));
        return TLanes.Scale(TLanes.Fma(r * r, ExpSingle.Tail(r), r) + 1.0f, n);
    }
}
