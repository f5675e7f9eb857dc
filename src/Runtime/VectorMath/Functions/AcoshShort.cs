using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The inverse hyperbolic cosine in <see langword="double"/>, with an error that a float does not show.
/// </summary>
internal readonly struct AcoshShort : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var t = x - 1.0;
        var result = ShiftedLogarithm.Short(t + TLanes.Sqrt(TLanes.Fma(t, t, t + t)));
        return TLanes.Select(TLanes.Less(x, 1.0), double.NaN, TLanes.Select(TLanes.Equal(x, 1.0), 0.0, result));
    }
}
