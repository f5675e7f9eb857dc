using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>Division of numbers in two parts (T. J. Dekker, "A floating-point technique for extending the available precision", 1971).</summary>
internal static class Quotient
{
    /// <summary>(high + low) / (divisor + divisorLow), rounded to one part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes, T>(TLanes high, TLanes low, TLanes divisor, TLanes divisorLow)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged
    {
        var (quotient, rest) = Parts<TLanes, T>(high, low, divisor, divisorLow);
        return quotient + rest;
    }

    /// <summary>(high + low) / (divisor + divisorLow) in two parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TLanes High, TLanes Low) Parts<TLanes, T>(TLanes high, TLanes low, TLanes divisor, TLanes divisorLow)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged
    {
        var quotient = high / divisor;
        var remainder = TLanes.FmaNegated(quotient, divisor, high) + TLanes.FmaNegated(quotient, divisorLow, low);
        return (quotient, remainder / divisor);
    }
}
