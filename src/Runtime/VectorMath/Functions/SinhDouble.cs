using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The hyperbolic sine by <see cref="HyperbolicParts"/>.
/// </summary>
internal readonly struct SinhDouble : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var (n, sine, sineLow, _, _) = HyperbolicParts.Of(TLanes.AtMost(720.0, TLanes.Abs(x)));
        return TLanes.Scale(sine + sineLow, n) | (x & TLanes.FromBits(long.MinValue));
    }
}
