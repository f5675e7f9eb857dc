using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The tangent in <see langword="double"/>, with an error that a float does not show.
/// </summary>
internal readonly struct TanShort : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var (quadrant, rest) = AngleReduction.ReduceShort(x);
        var (sine, cosine) = Quadrants.Short(rest);
        var isOdd = Quadrants.IsOdd(quadrant);
        var result = TLanes.Select(isOdd, cosine, sine) / TLanes.Select(isOdd, sine, cosine);
        return TLanes.Select(TLanes.Equal(x, 0.0), x, result ^ TLanes.ShiftLeft(quadrant & TLanes.FromBits(1), 63));
    }
}
