using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// log(1 + x) by <see cref="ShiftedLogarithm"/>.
/// </summary>
internal readonly struct LogP1Double : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        return TLanes.Select(TLanes.Equal(x, 0.0), x, ShiftedLogarithm.Of<TLanes>(x, 0.0, 0.0));
    }
}
