using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Which lanes a mask selects, as bits from the lowest on. The runtime's compiler negates masks of fewer than eight lanes as if they had eight
/// and takes all of those bits (<c>kxnorb</c>, then <c>kmovb</c>; .NET 10), so that those above the lanes are cleared here.
/// </summary>
internal static class SelectedLanes
{
    /// <summary>The bits of the lanes whose highest bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of<T>(Vector128<T> mask) => mask.ExtractMostSignificantBits() & ((1u << Vector128<T>.Count) - 1);

    /// <inheritdoc cref="Of{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of<T>(Vector256<T> mask) => mask.ExtractMostSignificantBits() & (uint)((1ul << Vector256<T>.Count) - 1);

    /// <inheritdoc cref="Of{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of<T>(Vector512<T> mask) => mask.ExtractMostSignificantBits();

    /// <summary>Whether the highest bit of every lane is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreAll<T>(Vector128<T> mask) => Of(mask) == (1u << Vector128<T>.Count) - 1;

    /// <inheritdoc cref="AreAll{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreAll<T>(Vector256<T> mask) => Of(mask) == (uint)((1ul << Vector256<T>.Count) - 1);

    /// <inheritdoc cref="AreAll{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreAll<T>(Vector512<T> mask) => Of(mask) == ulong.MaxValue >> (64 - Vector512<T>.Count);
}
