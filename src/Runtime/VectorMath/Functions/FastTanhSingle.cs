using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The hyperbolic tangent as m / (m + 2) with m = e^(2 x) - 1.
/// </summary>
internal readonly struct FastTanhSingle : IUnaryFunction<float>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float>
    {
        var magnitude = TLanes.AtMost(10, TLanes.Abs(x));
        var m = ExpM1Single.Invoke(magnitude + magnitude);
        return (m / (m + 2.0f)) | (x & TLanes.FromBits(int.MinValue));
    }
}
