using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices;

/// <summary>Takes lanes out of vectors of 256 bits that hold neighbouring values of which a loop reads every second, third, ….</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneInterleave256
{
    /// <summary>A lane for each number: below the number of lanes, one of the first vector; from there on, one of the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Pick<T>(Vector256<T> first, Vector256<T> second, Vector256<int> from)
        where T : struct
    {
        if (Avx512F.VL.IsSupported)
            return Avx512F.VL.PermuteVar8x32x2(first.As<T, int>(), from, second.As<T, int>()).As<int, T>();
        if (Avx2.IsSupported)
        {
            var low = Avx2.PermuteVar8x32(first.As<T, int>(), from);
            var high = Avx2.PermuteVar8x32(second.As<T, int>(), from);
            return Avx.BlendVariable(low.AsSingle(), high.AsSingle(), (from << 28).AsSingle()).As<float, T>();
        }

        return Vector256.ConditionalSelect(
            Vector256.GreaterThan(from, Vector256.Create(7)),
            Vector256.Shuffle(second.As<T, int>(), from & Vector256.Create(7)),
            Vector256.Shuffle(first.As<T, int>(), from & Vector256.Create(7))).As<int, T>();
    }

    /// <summary>A lane for each number: below the number of lanes, one of the first vector; from there on, one of the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Pick<T>(Vector256<T> first, Vector256<T> second, Vector256<long> from)
        where T : struct
    {
        if (Avx512F.VL.IsSupported)
            return Avx512F.VL.PermuteVar4x64x2(first.As<T, long>(), from, second.As<T, long>()).As<long, T>();
        if (Avx2.IsSupported)
        {
            // There is no variable permutation of 64-bit lanes: each is moved as a pair of 32-bit lanes.
            var pairs = ((from << 1) | (from << 33) | Vector256.Create(1L << 32)).AsInt32();
            var low = Avx2.PermuteVar8x32(first.As<T, int>(), pairs);
            var high = Avx2.PermuteVar8x32(second.As<T, int>(), pairs);
            return Avx.BlendVariable(low.AsDouble(), high.AsDouble(), (from << 61).AsDouble()).As<double, T>();
        }

        return Vector256.ConditionalSelect(
            Vector256.GreaterThan(from, Vector256.Create(3L)),
            Vector256.Shuffle(second.As<T, long>(), from & Vector256.Create(3L)),
            Vector256.Shuffle(first.As<T, long>(), from & Vector256.Create(3L))).As<long, T>();
    }

    /// <summary>Two blocks of 16 bytes: one at <paramref name="index"/>, and one a number of bytes behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> LoadBlocks(ref byte source, nuint index, nuint second) =>
        Vector128.LoadUnsafe(ref source, index).ToVector256Unsafe().WithUpper(Vector128.LoadUnsafe(ref source, index + second));

    /// <summary>In each block the bytes with the numbers; 0 where the number is 255.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Spread(Vector256<byte> blocks, Vector256<byte> from) => Avx2.IsSupported
        ? Avx2.Shuffle(blocks, from).AsInt32()
        : Vector256.Create(LaneInterleave128.Spread(blocks.GetLower(), from.GetLower()), LaneInterleave128.Spread(blocks.GetUpper(), from.GetUpper()));
}
