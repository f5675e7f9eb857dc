using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// Sine and cosine with the bits of the separate functions.
/// </summary>
internal readonly struct FastSinCosDouble : IPairFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static (TLanes First, TLanes Second) Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var (quadrant, sine, cosine) = FastQuadrantsDouble.Of(x);
        var isOdd = FastQuadrantsDouble.IsOdd(quadrant);
        var first = TLanes.Select(isOdd, cosine, sine) ^ FastQuadrantsDouble.SineSign(quadrant);
        first = TLanes.Select(TLanes.Equal(x, 0.0), x, first);
        var second = TLanes.Select(isOdd, sine, cosine) ^ FastQuadrantsDouble.CosineSign(quadrant);
        var isLarge = TLanes.Less(FastQuadrantsDouble.Limit, TLanes.Abs(x));
        return TLanes.Any(isLarge)
            ? (TLanes.Select(isLarge, LargeAnglesDouble.Sin(x), first), TLanes.Select(isLarge, LargeAnglesDouble.Cos(x), second))
            : (first, second);
    }
}
