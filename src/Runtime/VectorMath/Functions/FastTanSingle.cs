using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The tangent without its rounding errors made good.
/// </summary>
internal readonly struct FastTanSingle : IUnaryFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float>
    {
        var (quadrant, sine, cosine) = FastQuadrantsSingle.Of(x);
        var isOdd = FastQuadrantsSingle.IsOdd(quadrant);
        var result = TLanes.Select(isOdd, cosine, sine) / TLanes.Select(isOdd, sine, cosine);
        result ^= TLanes.ShiftLeft(quadrant & TLanes.FromBits(1), 31);
        result = TLanes.Select(TLanes.Equal(x, 0.0f), x, result);
        var isLarge = TLanes.Less(FastQuadrantsSingle.Limit, TLanes.Abs(x));
        return TLanes.Any(isLarge) ? TLanes.Select(isLarge, LargeAnglesSingle.Tan(x), result) : result;
    }
}
