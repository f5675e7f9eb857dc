using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The tangent without its rounding errors made good.
/// </summary>
internal readonly struct FastTanDouble : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var (quadrant, sine, cosine) = FastQuadrantsDouble.Of(x);
        var isOdd = FastQuadrantsDouble.IsOdd(quadrant);
        var result = TLanes.Select(isOdd, cosine, sine) / TLanes.Select(isOdd, sine, cosine);
        result ^= TLanes.ShiftLeft(quadrant & TLanes.FromBits(1), 63);
        result = TLanes.Select(TLanes.Equal(x, 0.0), x, result);
        var isLarge = TLanes.Less(FastQuadrantsDouble.Limit, TLanes.Abs(x));
        return TLanes.Any(isLarge) ? TLanes.Select(isLarge, LargeAnglesDouble.Tan(x), result) : result;
    }
}
