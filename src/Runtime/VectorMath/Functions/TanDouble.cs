using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The tangent: sine by cosine, or its negative reciprocal in odd quadrants, each in two parts, with one division whose remainder is
/// made good.
/// </summary>
internal readonly struct TanDouble : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var (quadrant, high, low) = AngleReduction.Reduce(x);
        var (sineTail, cosineBase, cosineTail) = Quadrants.SineAndCosine(high, low);
        var isOdd = Quadrants.IsOdd(quadrant);
        var sine = high + sineTail;
        var sineLow = high - sine + sineTail;
        var cosine = cosineBase + cosineTail;
        var cosineLow = cosineBase - cosine + cosineTail;
        var result = Quotient.Of<TLanes, double>(
            TLanes.Select(isOdd, cosine, sine),
            TLanes.Select(isOdd, cosineLow, sineLow),
            TLanes.Select(isOdd, sine, cosine),
            TLanes.Select(isOdd, sineLow, cosineLow));
        return TLanes.Select(TLanes.Equal(x, 0.0), x, result ^ TLanes.ShiftLeft(quadrant & TLanes.FromBits(1), 63));
    }
}
