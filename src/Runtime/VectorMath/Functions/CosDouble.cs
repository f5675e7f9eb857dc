using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The cosine: <see cref="AngleReduction"/>, then the polynomial of the quadrant.
/// </summary>
internal readonly struct CosDouble : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var (quadrant, high, low) = AngleReduction.Reduce(x);
        var (sineTail, cosineBase, cosineTail) = Quadrants.SineAndCosine(high, low);
        var isOdd = Quadrants.IsOdd(quadrant);
        var result = TLanes.Select(isOdd, high, cosineBase) + TLanes.Select(isOdd, sineTail, cosineTail);
        return result ^ Quadrants.CosineSign(quadrant);
    }
}
