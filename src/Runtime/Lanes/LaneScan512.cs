using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Running sums over the lanes of vectors of 512 bits, modulo two to the power of a lane's bits, in as many steps as the number of lanes has
/// binary digits (Hillis and Steele, "Data parallel algorithms", CACM 29, 1986).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneScan512
{
    /// <summary>In each lane, the sum of all lanes up to and including it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Sum(Vector512<int> value)
    {
        if (Avx512F.IsSupported)
        {
            value += Avx512F.AlignRight32(value, Vector512<int>.Zero, 15);
            value += Avx512F.AlignRight32(value, Vector512<int>.Zero, 14);
            value += Avx512F.AlignRight32(value, Vector512<int>.Zero, 12);
            value += Avx512F.AlignRight32(value, Vector512<int>.Zero, 8);
            return value;
        }

        value += Vector512.Shuffle(value, Vector512.Create(16, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14));
        value += Vector512.Shuffle(value, Vector512.Create(16, 16, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13));
        value += Vector512.Shuffle(value, Vector512.Create(16, 16, 16, 16, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
        value += Vector512.Shuffle(value, Vector512.Create(16, 16, 16, 16, 16, 16, 16, 16, 0, 1, 2, 3, 4, 5, 6, 7));
        return value;
    }

    /// <summary>In each lane, the sum of all lanes up to and including it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Sum(Vector512<uint> value) => Sum(value.AsInt32()).AsUInt32();

    /// <summary>In each lane, the sum of all lanes up to and including it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Sum(Vector512<long> value)
    {
        if (Avx512F.IsSupported)
        {
            value += Avx512F.AlignRight64(value, Vector512<long>.Zero, 7);
            value += Avx512F.AlignRight64(value, Vector512<long>.Zero, 6);
            value += Avx512F.AlignRight64(value, Vector512<long>.Zero, 4);
            return value;
        }

        value += Vector512.Shuffle(value, Vector512.Create(8L, 0L, 1L, 2L, 3L, 4L, 5L, 6L));
        value += Vector512.Shuffle(value, Vector512.Create(8L, 8L, 0L, 1L, 2L, 3L, 4L, 5L));
        value += Vector512.Shuffle(value, Vector512.Create(8L, 8L, 8L, 8L, 0L, 1L, 2L, 3L));
        return value;
    }

    /// <summary>In each lane, the sum of all lanes up to and including it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Sum(Vector512<ulong> value) => Sum(value.AsInt64()).AsUInt64();

    /// <summary>In each lane, the sum of all lanes up to and including it, added up in pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sum(Vector512<float> value)
    {
        value += Shift(value, Vector512<float>.Zero, 1);
        value += Shift(value, Vector512<float>.Zero, 2);
        value += Shift(value, Vector512<float>.Zero, 4);
        value += Shift(value, Vector512<float>.Zero, 8);
        return value;
    }

    /// <summary>In each lane, the sum of all lanes up to and including it, added up in pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sum(Vector512<double> value)
    {
        value += Shift(value, Vector512<double>.Zero, 1);
        value += Shift(value, Vector512<double>.Zero, 2);
        value += Shift(value, Vector512<double>.Zero, 4);
        return value;
    }

    /// <summary>In each lane, the least of all lanes up to and including it.</summary>
    /// <typeparam name="T">An integer type of 4 or 8 bytes.</typeparam>
    /// <param name="value">The lanes.</param>
    /// <param name="identity">The greatest value of the type in all lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Minimum<T>(Vector512<T> value, Vector512<T> identity)
        where T : struct
    {
        value = Vector512.Min(value, Shift(value, identity, 1));
        value = Vector512.Min(value, Shift(value, identity, 2));
        value = Vector512.Min(value, Shift(value, identity, 4));
        return Unsafe.SizeOf<T>() == 4 ? Vector512.Min(value, Shift(value, identity, 8)) : value;
    }

    /// <summary>In each lane, the greatest of all lanes up to and including it.</summary>
    /// <typeparam name="T">An integer type of 4 or 8 bytes.</typeparam>
    /// <param name="value">The lanes.</param>
    /// <param name="identity">The least value of the type in all lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Maximum<T>(Vector512<T> value, Vector512<T> identity)
        where T : struct
    {
        value = Vector512.Max(value, Shift(value, identity, 1));
        value = Vector512.Max(value, Shift(value, identity, 2));
        value = Vector512.Max(value, Shift(value, identity, 4));
        return Unsafe.SizeOf<T>() == 4 ? Vector512.Max(value, Shift(value, identity, 8)) : value;
    }

    /// <summary>In each lane, what the lane before it holds; in the first, the last of another vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Before<T>(Vector512<T> value, Vector512<T> first)
        where T : struct => Shift(value, first, 1);

    /// <summary>The lanes moved up, and those of another vector moved in behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Shift<T>(Vector512<T> value, Vector512<T> fill, int by)
        where T : struct => Unsafe.SizeOf<T>() == 4
        ? LaneInterleave512.Pick(fill, value, Vector512<int>.Indices + Vector512.Create(16 - by))
        : LaneInterleave512.Pick(fill, value, Vector512<long>.Indices + Vector512.Create(8L - by));

    /// <summary>The last lane in all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Last<T>(Vector512<T> value)
        where T : struct
    {
        if (Avx512F.IsSupported && Unsafe.SizeOf<T>() == 4)
            return Avx512F.PermuteVar16x32(value.AsInt32(), Vector512.Create(15)).As<int, T>();
        if (Avx512F.IsSupported)
            return Avx512F.PermuteVar8x64(value.AsInt64(), Vector512.Create(7L)).As<long, T>();
        return Vector512.Create(value.GetElement(Vector512<T>.Count - 1));
    }
}
