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

    /// <summary>In each lane, the sum of all lanes up to and including it, added up in pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sum(Vector128<float> value)
    {
        value += Shift(value, Vector128<float>.Zero, 1);
        value += Shift(value, Vector128<float>.Zero, 2);
        return value;
    }

    /// <summary>In each lane, the sum of all lanes up to and including it, added up in pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Sum(Vector128<double> value)
    {
        value += Shift(value, Vector128<double>.Zero, 1);
        return value;
    }

    /// <summary>In each lane, the least of all lanes up to and including it.</summary>
    /// <typeparam name="T">An integer type of 4 or 8 bytes.</typeparam>
    /// <param name="value">The lanes.</param>
    /// <param name="identity">The greatest value of the type in all lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Minimum<T>(Vector128<T> value, Vector128<T> identity)
        where T : struct
    {
        value = Vector128.Min(value, Shift(value, identity, 1));
        return Unsafe.SizeOf<T>() == 4 ? Vector128.Min(value, Shift(value, identity, 2)) : value;
    }

    /// <summary>In each lane, the greatest of all lanes up to and including it.</summary>
    /// <typeparam name="T">An integer type of 4 or 8 bytes.</typeparam>
    /// <param name="value">The lanes.</param>
    /// <param name="identity">The least value of the type in all lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Maximum<T>(Vector128<T> value, Vector128<T> identity)
        where T : struct
    {
        value = Vector128.Max(value, Shift(value, identity, 1));
        return Unsafe.SizeOf<T>() == 4 ? Vector128.Max(value, Shift(value, identity, 2)) : value;
    }

    /// <summary>In each lane, what the lane before it holds; in the first, the last of another vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Before<T>(Vector128<T> value, Vector128<T> first)
        where T : struct => Shift(value, first, 1);

    /// <summary>The lanes moved up, and those of another vector moved in behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Shift<T>(Vector128<T> value, Vector128<T> fill, int by)
        where T : struct => Unsafe.SizeOf<T>() == 4
        ? LaneInterleave128.Pick(fill, value, Vector128<int>.Indices + Vector128.Create(4 - by))
        : LaneInterleave128.Pick(fill, value, Vector128<long>.Indices + Vector128.Create(2L - by));

    /// <summary>The last lane in all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Last<T>(Vector128<T> value)
        where T : struct
    {
        return Vector128.Create(value.GetElement(Vector128<T>.Count - 1));
    }
}
