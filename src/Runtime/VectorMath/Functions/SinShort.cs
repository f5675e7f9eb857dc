using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The sine in <see langword="double"/>, with an error that a float does not show.
/// </summary>
internal readonly struct SinShort : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var (quadrant, rest) = AngleReduction.ReduceShort(x);
        var (sine, cosine) = Quadrants.Short(rest);
        var result = TLanes.Select(Quadrants.IsOdd(quadrant), cosine, sine) ^ Quadrants.SineSign(quadrant);
        return TLanes.Select(TLanes.Equal(x, 0.0), x, result);
    }
}
