using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>Powers of two from integers held in floating-point lanes.</summary>
internal static unsafe class PowerOfTwo
{
    /// <summary>1.5 * 2^52: adding it leaves the integer nearest the other addend in the low bits of the sum.</summary>
    public const double RounderDouble = 6755399441055744;

    /// <summary>1.5 * 2^23: as <see cref="RounderDouble"/>.</summary>
    public const float RounderSingle = 12582912;

    /// <summary>2^n for an integer n in the range of the exponents of normal numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Exact<TLanes, T>(TLanes n)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged => sizeof(T) == sizeof(float)
        ? TLanes.ShiftLeft(n + (T)(object)(RounderSingle + 127), 23)
        : TLanes.ShiftLeft(n + (T)(object)(RounderDouble + 1023), 52);

    /// <summary>
    /// <c>value * 2^n</c> by two multiplications, of which just the second can round: the first is by about the square root of the
    /// power, so that it stays in the normal range (the method of fdlibm's <c>scalbn</c>).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Scale<TLanes, T>(TLanes value, TLanes n)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged
    {
        TLanes rounder = sizeof(T) == sizeof(float) ? (T)(object)RounderSingle : (T)(object)RounderDouble;
        TLanes half = sizeof(T) == sizeof(float) ? (T)(object)0.5f : (T)(object)0.5;
        var first = TLanes.Fma(n, half, rounder) - rounder;
        return value * Exact<TLanes, T>(first) * Exact<TLanes, T>(n - first);
    }
}
