using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// Sine and cosine with the bits of <see cref="SinShort"/> and <see cref="CosShort"/>.
/// </summary>
internal readonly struct SinCosShort : IPairFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static (TLanes First, TLanes Second) Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var (quadrant, rest) = AngleReduction.ReduceShort(x);
        var (sine, cosine) = Quadrants.Short(rest);
        var isOdd = Quadrants.IsOdd(quadrant);
        var first = TLanes.Select(isOdd, cosine, sine) ^ Quadrants.SineSign(quadrant);
        return (TLanes.Select(TLanes.Equal(x, 0.0), x, first), TLanes.Select(isOdd, sine, cosine) ^ Quadrants.CosineSign(quadrant));
    }
}
