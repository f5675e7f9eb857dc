using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The hyperbolic cosine by <see cref="HyperbolicParts"/>.
/// </summary>
internal readonly struct CoshDouble : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var (n, _, _, cosine, cosineLow) = HyperbolicParts.Of(TLanes.AtMost(720.0, TLanes.Abs(x)));
        return TLanes.Scale(cosine + cosineLow, n);
    }
}
