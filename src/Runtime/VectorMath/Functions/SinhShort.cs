using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The hyperbolic sine in <see langword="double"/>, with an error that a float does not show.
/// </summary>
internal readonly struct SinhShort : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        return HyperbolicShort.Of(TLanes.AtMost(100.0, TLanes.Abs(x))).Sine | (x & TLanes.FromBits(long.MinValue));
    }
}
