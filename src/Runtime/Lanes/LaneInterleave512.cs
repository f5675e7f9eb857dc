using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices;

/// <summary>Takes lanes out of vectors of 512 bits that hold neighbouring values of which a loop reads every second, third, ….</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneInterleave512
{
    /// <summary>A lane for each number: below the number of lanes, one of the first vector; from there on, one of the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Pick<T>(Vector512<T> first, Vector512<T> second, Vector512<int> from)
        where T : struct
    {
        if (Avx512F.IsSupported)
            return Avx512F.PermuteVar16x32x2(first.As<T, int>(), from, second.As<T, int>()).As<int, T>();
        return Vector512.ConditionalSelect(
            Vector512.GreaterThan(from, Vector512.Create(15)),
            Vector512.Shuffle(second.As<T, int>(), from & Vector512.Create(15)),
            Vector512.Shuffle(first.As<T, int>(), from & Vector512.Create(15))).As<int, T>();
    }

    /// <summary>A lane for each number: below the number of lanes, one of the first vector; from there on, one of the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Pick<T>(Vector512<T> first, Vector512<T> second, Vector512<long> from)
        where T : struct
    {
        if (Avx512F.IsSupported)
            return Avx512F.PermuteVar8x64x2(first.As<T, long>(), from, second.As<T, long>()).As<long, T>();
        return Vector512.ConditionalSelect(
            Vector512.GreaterThan(from, Vector512.Create(7L)),
            Vector512.Shuffle(second.As<T, long>(), from & Vector512.Create(7L)),
            Vector512.Shuffle(first.As<T, long>(), from & Vector512.Create(7L))).As<long, T>();
    }

    /// <summary>Four blocks of 16 bytes: one at <paramref name="index"/>, and those a number of bytes behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> LoadBlocks(ref byte source, nuint index, nuint second, nuint third, nuint fourth) =>
        LaneInterleave256.LoadBlocks(ref source, index, second).ToVector512Unsafe()
            .WithUpper(LaneInterleave256.LoadBlocks(ref source, index + third, fourth - third));

    /// <summary>In each block the bytes with the numbers; 0 where the number is 255.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Spread(Vector512<byte> blocks, Vector512<byte> from) => Avx512BW.IsSupported
        ? Avx512BW.Shuffle(blocks, from).AsInt32()
        : Vector512.Create(LaneInterleave256.Spread(blocks.GetLower(), from.GetLower()), LaneInterleave256.Spread(blocks.GetUpper(), from.GetUpper()));

    /// <summary>The bytes with the numbers: below 64, of the first vector; from there on, of the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> SpreadOfTwo(Vector512<byte> first, Vector512<byte> second, Vector512<byte> from)
    {
        if (Avx512Vbmi.IsSupported)
            return Avx512Vbmi.PermuteVar64x8x2(first, from, second).AsInt16();

        // A number beyond a vector gives 0.
        return (Vector512.Shuffle(first, from) | Vector512.Shuffle(second, from - Vector512.Create((byte)64))).AsInt16();
    }
}
