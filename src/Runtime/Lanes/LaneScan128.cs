using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Running sums over the lanes of vectors of 128 bits, modulo two to the power of a lane's bits, in as many steps as the number of lanes has
/// binary digits (Hillis and Steele, "Data parallel algorithms", CACM 29, 1986).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneScan128
{
    /// <summary>In each lane, the sum of all lanes up to and including it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Sum(Vector128<int> value)
    {
        value += Vector128.Shuffle(value, Vector128.Create(4, 0, 1, 2));
        value += Vector128.Shuffle(value, Vector128.Create(4, 4, 0, 1));
        return value;
    }

    /// <summary>In each lane, the sum of all lanes up to and including it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Sum(Vector128<uint> value) => Sum(value.AsInt32()).AsUInt32();

    /// <summary>In each lane, the sum of all lanes up to and including it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Sum(Vector128<long> value)
    {
        value += Vector128.Shuffle(value, Vector128.Create(2L, 0L));
        return value;
    }

    /// <summary>In each lane, the sum of all lanes up to and including it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Sum(Vector128<ulong> value) => Sum(value.AsInt64()).AsUInt64();

    /// <summary>The last lane in all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Last<T>(Vector128<T> value)
        where T : struct
    {
        return Vector128.Create(value.GetElement(Vector128<T>.Count - 1));
    }
}
