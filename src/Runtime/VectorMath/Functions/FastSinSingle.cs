using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The sine without its rounding errors made good.
/// </summary>
internal readonly struct FastSinSingle : IUnaryFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float>
    {
        var (quadrant, sine, cosine) = FastQuadrantsSingle.Of(x);
        var result = TLanes.Select(FastQuadrantsSingle.IsOdd(quadrant), cosine, sine) ^ FastQuadrantsSingle.SineSign(quadrant);
        result = TLanes.Select(TLanes.Equal(x, 0.0f), x, result);
        var isLarge = TLanes.Less(FastQuadrantsSingle.Limit, TLanes.Abs(x));
        return TLanes.Any(isLarge) ? TLanes.Select(isLarge, LargeAnglesSingle.Sin(x), result) : result;
    }
}
