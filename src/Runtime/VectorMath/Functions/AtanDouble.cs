using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The arc tangent: of 1 / x beyond 1, then as <see cref="Arctangent"/> says.
/// </summary>
internal readonly struct AtanDouble : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var sign = x & TLanes.FromBits(long.MinValue);
        var magnitude = TLanes.AtMost(1e300, TLanes.Abs(x));
        var swaps = TLanes.Less(1.0, magnitude);
        var (addsQuarter, high, low) = Arctangent.OfQuotient(TLanes.Select(swaps, 1.0, magnitude), TLanes.Select(swaps, magnitude, 1.0));
        var turn = swaps & TLanes.FromBits(long.MinValue);
        high ^= turn;
        low ^= turn;
        var whole = TLanes.Select(addsQuarter, HalfPi.Quarter, swaps & HalfPi.High);
        var wholeLow = TLanes.Select(addsQuarter, HalfPi.QuarterLow, swaps & HalfPi.Middle);
        var sum = whole + high;
        return (sum + (whole - sum + high + (wholeLow + low))) | sign;
    }
}
