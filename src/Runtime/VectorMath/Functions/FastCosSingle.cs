using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The cosine without its rounding errors made good.
/// </summary>
internal readonly struct FastCosSingle : IUnaryFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float>
    {
        var (quadrant, sine, cosine) = FastQuadrantsSingle.Of(x);
        var result = TLanes.Select(FastQuadrantsSingle.IsOdd(quadrant), sine, cosine) ^ FastQuadrantsSingle.CosineSign(quadrant);
        var isLarge = TLanes.Less(FastQuadrantsSingle.Limit, TLanes.Abs(x));
        return TLanes.Any(isLarge) ? TLanes.Select(isLarge, LargeAnglesSingle.Cos(x), result) : result;
    }
}
