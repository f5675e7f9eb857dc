using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices;

/// <summary>Takes lanes out of vectors of 128 bits that hold neighbouring values of which a loop reads every second, third, ….</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneInterleave128
{
    /// <summary>A lane for each number: below the number of lanes, one of the first vector; from there on, one of the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Pick<T>(Vector128<T> first, Vector128<T> second, Vector128<int> from)
        where T : struct
    {
        if (Avx512F.VL.IsSupported)
            return Avx512F.VL.PermuteVar4x32x2(first.As<T, int>(), from, second.As<T, int>()).As<int, T>();
        if (Avx.IsSupported)
        {
            var low = Avx.PermuteVar(first.As<T, float>(), from);
            var high = Avx.PermuteVar(second.As<T, float>(), from);
            return Avx.BlendVariable(low, high, (from << 29).AsSingle()).As<float, T>();
        }

        return Vector128.ConditionalSelect(
            Vector128.GreaterThan(from, Vector128.Create(3)),
            Vector128.Shuffle(second.As<T, int>(), from & Vector128.Create(3)),
            Vector128.Shuffle(first.As<T, int>(), from & Vector128.Create(3))).As<int, T>();
    }

    /// <summary>A lane for each number: below the number of lanes, one of the first vector; from there on, one of the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Pick<T>(Vector128<T> first, Vector128<T> second, Vector128<long> from)
        where T : struct
    {
        if (Avx512F.VL.IsSupported)
            return Avx512F.VL.PermuteVar2x64x2(first.As<T, long>(), from, second.As<T, long>()).As<long, T>();
        return Vector128.ConditionalSelect(
            Vector128.GreaterThan(from, Vector128.Create(1L)),
            Vector128.Shuffle(second.As<T, long>(), from & Vector128.Create(1L)),
            Vector128.Shuffle(first.As<T, long>(), from & Vector128.Create(1L))).As<long, T>();
    }

    /// <summary>One block of 16 bytes at <paramref name="index"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> LoadBlocks(ref byte source, nuint index) => Vector128.LoadUnsafe(ref source, index);

    /// <summary>The bytes with the numbers; 0 where the number is 255.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Spread(Vector128<byte> blocks, Vector128<byte> from) => Vector128.Shuffle(blocks, from).AsInt32();
}
