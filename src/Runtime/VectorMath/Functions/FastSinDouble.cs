using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The sine without its rounding errors made good.
/// </summary>
internal readonly struct FastSinDouble : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var (quadrant, sine, cosine) = FastQuadrantsDouble.Of(x);
        var result = TLanes.Select(FastQuadrantsDouble.IsOdd(quadrant), cosine, sine) ^ FastQuadrantsDouble.SineSign(quadrant);
        result = TLanes.Select(TLanes.Equal(x, 0.0), x, result);
        var isLarge = TLanes.Less(FastQuadrantsDouble.Limit, TLanes.Abs(x));
        return TLanes.Any(isLarge) ? TLanes.Select(isLarge, LargeAnglesDouble.Sin(x), result) : result;
    }
}
