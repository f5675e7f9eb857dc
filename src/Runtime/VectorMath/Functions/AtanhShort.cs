using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The inverse hyperbolic tangent in <see langword="double"/>, with an error that a float does not show.
/// </summary>
internal readonly struct AtanhShort : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var magnitude = TLanes.Abs(x);
        var result = ShiftedLogarithm.Short((magnitude + magnitude) / (1.0 - magnitude)) * 0.5;
        return TLanes.Select(TLanes.Equal(x, 0.0), x, result | (x & TLanes.FromBits(long.MinValue)));
    }
}
