using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The cosine in <see langword="double"/>, with an error that a float does not show.
/// </summary>
internal readonly struct CosShort : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var (quadrant, rest) = AngleReduction.ReduceShort(x);
        var (sine, cosine) = Quadrants.Short(rest);
        return TLanes.Select(Quadrants.IsOdd(quadrant), sine, cosine) ^ Quadrants.CosineSign(quadrant);
    }
}
