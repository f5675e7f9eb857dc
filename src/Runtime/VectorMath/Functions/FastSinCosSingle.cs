using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// Sine and cosine with the bits of the separate functions.
/// </summary>
internal readonly struct FastSinCosSingle : IPairFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TLanes First, TLanes Second) Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float>
    {
        var (quadrant, sine, cosine) = FastQuadrantsSingle.Of(x);
        var isOdd = FastQuadrantsSingle.IsOdd(quadrant);
        var first = TLanes.Select(isOdd, cosine, sine) ^ FastQuadrantsSingle.SineSign(quadrant);
        first = TLanes.Select(TLanes.Equal(x, 0.0f), x, first);
        var second = TLanes.Select(isOdd, sine, cosine) ^ FastQuadrantsSingle.CosineSign(quadrant);
        var isLarge = TLanes.Less(FastQuadrantsSingle.Limit, TLanes.Abs(x));
        return TLanes.Any(isLarge)
            ? (TLanes.Select(isLarge, LargeAnglesSingle.Sin(x), first), TLanes.Select(isLarge, LargeAnglesSingle.Cos(x), second))
            : (first, second);
    }
}
