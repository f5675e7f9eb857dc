using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The length in <see langword="double"/>, where squares of floats neither overflow nor underflow.
/// </summary>
internal readonly struct HypotShort : IBinaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var (first, second) = (TLanes.Abs(x), TLanes.Abs(y));
        var isInfinite = TLanes.Equal(first, double.PositiveInfinity) | TLanes.Equal(second, double.PositiveInfinity);
        return TLanes.Select(isInfinite, double.PositiveInfinity, TLanes.Sqrt(TLanes.Fma(x, x, y * y)));
    }
}
