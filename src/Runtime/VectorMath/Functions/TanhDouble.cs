using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The hyperbolic tangent: the quotient of what <see cref="HyperbolicParts"/> gives; it is 1 to the last place from 20 on.
/// </summary>
internal readonly struct TanhDouble : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var (_, sine, sineLow, cosine, cosineLow) = HyperbolicParts.Of(TLanes.AtMost(20.0, TLanes.Abs(x)));
        var high = sine + sineLow;
        var cosineHigh = cosine + cosineLow;
        var result = Quotient.Of<TLanes, double>(high, sine - high + sineLow, cosineHigh, cosine - cosineHigh + cosineLow);
        return result | (x & TLanes.FromBits(long.MinValue));
    }
}
