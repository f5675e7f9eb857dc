using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The hyperbolic tangent as m / (m + 2) with m = e^(2 x) - 1.
/// </summary>
internal readonly struct FastTanhDouble : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var magnitude = TLanes.AtMost(20, TLanes.Abs(x));
        var m = ExpM1Double.Invoke(magnitude + magnitude);
        return (m / (m + 2.0)) | (x & TLanes.FromBits(long.MinValue));
    }
}
