using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The sine: <see cref="AngleReduction"/>, then the polynomial of the quadrant.
/// </summary>
internal readonly struct SinDouble : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var (quadrant, high, low) = AngleReduction.Reduce(x);
        var (sineTail, cosineBase, cosineTail) = Quadrants.SineAndCosine(high, low);
        var isOdd = Quadrants.IsOdd(quadrant);
        var result = TLanes.Select(isOdd, cosineBase, high) + TLanes.Select(isOdd, cosineTail, sineTail);
        return TLanes.Select(TLanes.Equal(x, 0.0), x, result ^ Quadrants.SineSign(quadrant));
    }
}
