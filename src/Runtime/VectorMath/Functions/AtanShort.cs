using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The arc tangent in <see langword="double"/>, with an error that a float does not show.
/// </summary>
internal readonly struct AtanShort : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var sign = x & TLanes.FromBits(long.MinValue);
        var magnitude = TLanes.AtMost(1e300, TLanes.Abs(x));
        var swaps = TLanes.Less(1.0, magnitude);
        var (addsQuarter, angle) = Arctangent.OfQuotientShort(TLanes.Select(swaps, 1.0, magnitude), TLanes.Select(swaps, magnitude, 1.0));
        angle ^= swaps & TLanes.FromBits(long.MinValue);
        return (TLanes.Select(addsQuarter, HalfPi.Quarter, swaps & HalfPi.High) + angle) | sign;
    }
}
