using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// Sine and cosine with the bits of <see cref="SinDouble"/> and <see cref="CosDouble"/>.
/// </summary>
internal readonly struct SinCosDouble : IPairFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static (TLanes First, TLanes Second) Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var (quadrant, high, low) = AngleReduction.Reduce(x);
        var (sineTail, cosineBase, cosineTail) = Quadrants.SineAndCosine(high, low);
        var isOdd = Quadrants.IsOdd(quadrant);
        var sine = high + sineTail;
        var cosine = cosineBase + cosineTail;
        return (
            TLanes.Select(TLanes.Equal(x, 0.0), x, TLanes.Select(isOdd, cosine, sine) ^ Quadrants.SineSign(quadrant)),
            TLanes.Select(isOdd, sine, cosine) ^ Quadrants.CosineSign(quadrant));
    }
}
