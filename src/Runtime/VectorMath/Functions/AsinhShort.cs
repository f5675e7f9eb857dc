using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The inverse hyperbolic sine in <see langword="double"/>, with an error that a float does not show.
/// </summary>
internal readonly struct AsinhShort : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var magnitude = TLanes.Abs(x);
        var square = magnitude * magnitude;
        var argument = magnitude + square / (TLanes.Sqrt(square + 1.0) + 1.0);
        argument = TLanes.Select(TLanes.Less(magnitude, double.PositiveInfinity), argument, magnitude);
        return TLanes.Select(TLanes.Equal(x, 0.0), x, ShiftedLogarithm.Short(argument) | (x & TLanes.FromBits(long.MinValue)));
    }
}
