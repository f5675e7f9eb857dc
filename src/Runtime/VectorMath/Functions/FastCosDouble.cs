using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The cosine without its rounding errors made good.
/// </summary>
internal readonly struct FastCosDouble : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var (quadrant, sine, cosine) = FastQuadrantsDouble.Of(x);
        var result = TLanes.Select(FastQuadrantsDouble.IsOdd(quadrant), sine, cosine) ^ FastQuadrantsDouble.CosineSign(quadrant);
        var isLarge = TLanes.Less(FastQuadrantsDouble.Limit, TLanes.Abs(x));
        return TLanes.Any(isLarge) ? TLanes.Select(isLarge, LargeAnglesDouble.Cos(x), result) : result;
    }
}
