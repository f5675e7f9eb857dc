using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The hyperbolic tangent in <see langword="double"/>, with an error that a float does not show.
/// </summary>
internal readonly struct TanhShort : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var (sine, cosine) = HyperbolicShort.Of(TLanes.AtMost(20.0, TLanes.Abs(x)));
        return (sine / cosine) | (x & TLanes.FromBits(long.MinValue));
    }
}
