using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Running sums over the lanes of vectors of 256 bits, modulo two to the power of a lane's bits, in as many steps as the number of lanes has
/// binary digits (Hillis and Steele, "Data parallel algorithms", CACM 29, 1986).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneScan256
{
    /// <summary>In each lane, the sum of all lanes up to and including it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Sum(Vector256<int> value)
    {
        if (Avx2.IsSupported)
        {
            value += Avx2.ShiftLeftLogical128BitLane(value, 4);
            value += Avx2.ShiftLeftLogical128BitLane(value, 8);
            return value + Avx2.Shuffle(Avx2.Permute2x128(value, value, 0x08), 0xFF);
        }

        value += Vector256.Shuffle(value, Vector256.Create(8, 0, 1, 2, 3, 4, 5, 6));
        value += Vector256.Shuffle(value, Vector256.Create(8, 8, 0, 1, 2, 3, 4, 5));
        value += Vector256.Shuffle(value, Vector256.Create(8, 8, 8, 8, 0, 1, 2, 3));
        return value;
    }

    /// <summary>In each lane, the sum of all lanes up to and including it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Sum(Vector256<uint> value) => Sum(value.AsInt32()).AsUInt32();

    /// <summary>In each lane, the sum of all lanes up to and including it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Sum(Vector256<long> value)
    {
        if (Avx2.IsSupported)
        {
            value += Avx2.ShiftLeftLogical128BitLane(value, 8);
            return value + Avx2.Shuffle(Avx2.Permute2x128(value, value, 0x08).AsInt32(), 0xEE).AsInt64();
        }

        value += Vector256.Shuffle(value, Vector256.Create(4L, 0L, 1L, 2L));
        value += Vector256.Shuffle(value, Vector256.Create(4L, 4L, 0L, 1L));
        return value;
    }

    /// <summary>In each lane, the sum of all lanes up to and including it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Sum(Vector256<ulong> value) => Sum(value.AsInt64()).AsUInt64();

    /// <summary>In each lane, the sum of all lanes up to and including it, added up in pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sum(Vector256<float> value)
    {
        value += Shift(value, Vector256<float>.Zero, 1);
        value += Shift(value, Vector256<float>.Zero, 2);
        value += Shift(value, Vector256<float>.Zero, 4);
        return value;
    }

    /// <summary>In each lane, the sum of all lanes up to and including it, added up in pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sum(Vector256<double> value)
    {
        value += Shift(value, Vector256<double>.Zero, 1);
        value += Shift(value, Vector256<double>.Zero, 2);
        return value;
    }

    /// <summary>In each lane, the least of all lanes up to and including it.</summary>
    /// <typeparam name="T">An integer type of 4 or 8 bytes.</typeparam>
    /// <param name="value">The lanes.</param>
    /// <param name="identity">The greatest value of the type in all lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Minimum<T>(Vector256<T> value, Vector256<T> identity)
        where T : struct
    {
        value = Vector256.Min(value, Shift(value, identity, 1));
        value = Vector256.Min(value, Shift(value, identity, 2));
        return Unsafe.SizeOf<T>() == 4 ? Vector256.Min(value, Shift(value, identity, 4)) : value;
    }

    /// <summary>In each lane, the greatest of all lanes up to and including it.</summary>
    /// <typeparam name="T">An integer type of 4 or 8 bytes.</typeparam>
    /// <param name="value">The lanes.</param>
    /// <param name="identity">The least value of the type in all lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Maximum<T>(Vector256<T> value, Vector256<T> identity)
        where T : struct
    {
        value = Vector256.Max(value, Shift(value, identity, 1));
        value = Vector256.Max(value, Shift(value, identity, 2));
        return Unsafe.SizeOf<T>() == 4 ? Vector256.Max(value, Shift(value, identity, 4)) : value;
    }

    /// <summary>In each lane, what the lane before it holds; in the first, the last of another vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Before<T>(Vector256<T> value, Vector256<T> first)
        where T : struct => Shift(value, first, 1);

    /// <summary>The lanes moved up, and those of another vector moved in behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Shift<T>(Vector256<T> value, Vector256<T> fill, int by)
        where T : struct => Unsafe.SizeOf<T>() == 4
        ? LaneInterleave256.Pick(fill, value, Vector256<int>.Indices + Vector256.Create(8 - by))
        : LaneInterleave256.Pick(fill, value, Vector256<long>.Indices + Vector256.Create(4L - by));

    /// <summary>The last lane in all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Last<T>(Vector256<T> value)
        where T : struct
    {
        if (Avx2.IsSupported && Unsafe.SizeOf<T>() == 4)
            return Avx2.PermuteVar8x32(value.AsInt32(), Vector256.Create(7)).As<int, T>();
        if (Avx2.IsSupported)
            return Avx2.Permute4x64(value.AsInt64(), 0xFF).As<long, T>();
        return Vector256.Create(value.GetElement(Vector256<T>.Count - 1));
    }
}
