using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Counts the bits of each lane: those that are set by a table of half bytes (Muła, Kurz and Lemire, "Faster population counts using AVX2
/// instructions", The Computer Journal 61, 2018), leading zeros by the exponent of the value as <c>float</c>, trailing zeros by leading ones of what is below them.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneBits
{
    private static Vector128<byte> Table => Vector128.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);

    /// <summary>The number of bits that are set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> PopCount(Vector512<int> value) => Avx512BW.IsSupported
        ? Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(CountBytes(value.AsByte()), Vector512<sbyte>.One), Vector512<short>.One)
        : Vector512.Create(PopCount(value.GetLower()), PopCount(value.GetUpper()));

    /// <summary>The number of bits that are set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> PopCount(Vector512<long> value) => Avx512BW.IsSupported
        ? Avx512BW.SumAbsoluteDifferences(CountBytes(value.AsByte()), Vector512<byte>.Zero).AsInt64()
        : Vector512.Create(PopCount(value.GetLower()), PopCount(value.GetUpper()));

    /// <summary>The number of zeros above the highest bit that is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> LeadingZeroCount(Vector512<int> value)
    {
        if (Avx512CD.IsSupported)
            return Avx512CD.LeadingZeroCount(value);

        // Without the bits below the highest eight nothing rounds up to another exponent; a negative number has none.
        var exponent = Vector512.ConvertToSingle(value & ~(value >>> 8)).AsInt32() >>> 23;
        return Vector512.Min(Vector512.Max(Vector512.Create(158) - exponent, Vector512<int>.Zero), Vector512.Create(32));
    }

    /// <summary>The number of zeros above the highest bit that is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> LeadingZeroCount(Vector512<long> value)
    {
        if (Avx512CD.IsSupported)
            return Avx512CD.LeadingZeroCount(value);
        var counts = LeadingZeroCount(value.AsInt32()).AsInt64();
        var upper = counts >>> 32;
        return upper + (counts & Vector512.Create(0xFFFFFFFFL) & Vector512.Equals(upper, Vector512.Create(32L)));
    }

    /// <summary>The number of zeros below the lowest bit that is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> TrailingZeroCount(Vector512<int> value) => Vector512.Create(32) - LeadingZeroCount(~value & (value - Vector512<int>.One));

    /// <summary>The number of zeros below the lowest bit that is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> TrailingZeroCount(Vector512<long> value) => Vector512.Create(64L) - LeadingZeroCount(~value & (value - Vector512<long>.One));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> CountBytes(Vector512<byte> value)
    {
        var (table, low) = (Vector512.Create(Vector256.Create(Table)), Vector512.Create((byte)15));
        return Avx512BW.Shuffle(table, value & low) + Avx512BW.Shuffle(table, (value.AsUInt16() >>> 4).AsByte() & low);
    }

    /// <summary>The number of bits that are set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> PopCount(Vector256<int> value) => Avx2.IsSupported
        ? Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(CountBytes(value.AsByte()), Vector256<sbyte>.One), Vector256<short>.One)
        : Vector256.Create(PopCount(value.GetLower()), PopCount(value.GetUpper()));

    /// <summary>The number of bits that are set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> PopCount(Vector256<long> value) => Avx2.IsSupported
        ? Avx2.SumAbsoluteDifferences(CountBytes(value.AsByte()), Vector256<byte>.Zero).AsInt64()
        : Vector256.Create(PopCount(value.GetLower()), PopCount(value.GetUpper()));

    /// <summary>The number of zeros above the highest bit that is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> LeadingZeroCount(Vector256<int> value)
    {
        if (Avx512CD.VL.IsSupported)
            return Avx512CD.VL.LeadingZeroCount(value);

        // Without the bits below the highest eight nothing rounds up to another exponent; a negative number has none.
        var exponent = Vector256.ConvertToSingle(value & ~(value >>> 8)).AsInt32() >>> 23;
        return Vector256.Min(Vector256.Max(Vector256.Create(158) - exponent, Vector256<int>.Zero), Vector256.Create(32));
    }

    /// <summary>The number of zeros above the highest bit that is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> LeadingZeroCount(Vector256<long> value)
    {
        if (Avx512CD.VL.IsSupported)
            return Avx512CD.VL.LeadingZeroCount(value);
        var counts = LeadingZeroCount(value.AsInt32()).AsInt64();
        var upper = counts >>> 32;
        return upper + (counts & Vector256.Create(0xFFFFFFFFL) & Vector256.Equals(upper, Vector256.Create(32L)));
    }

    /// <summary>The number of zeros below the lowest bit that is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> TrailingZeroCount(Vector256<int> value) => Vector256.Create(32) - LeadingZeroCount(~value & (value - Vector256<int>.One));

    /// <summary>The number of zeros below the lowest bit that is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> TrailingZeroCount(Vector256<long> value) => Vector256.Create(64L) - LeadingZeroCount(~value & (value - Vector256<long>.One));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> CountBytes(Vector256<byte> value)
    {
        var (table, low) = (Vector256.Create(Table), Vector256.Create((byte)15));
        return Avx2.Shuffle(table, value & low) + Avx2.Shuffle(table, (value.AsUInt16() >>> 4).AsByte() & low);
    }

    /// <summary>The number of bits that are set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> PopCount(Vector128<int> value) => Ssse3.IsSupported
        ? Sse2.MultiplyAddAdjacent(Ssse3.MultiplyAddAdjacent(CountBytes(value.AsByte()), Vector128<sbyte>.One), Vector128<short>.One)
        : AdvSimd.IsSupported
            ? AdvSimd.AddPairwiseWidening(AdvSimd.AddPairwiseWidening(AdvSimd.PopCount(value.AsByte()))).AsInt32()
            : SumOfBytes(CountByHalves(value.AsByte()));

    /// <summary>The number of bits that are set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> PopCount(Vector128<long> value) => Ssse3.IsSupported
        ? Sse2.SumAbsoluteDifferences(CountBytes(value.AsByte()), Vector128<byte>.Zero).AsInt64()
        : AdvSimd.IsSupported
            ? AdvSimd.AddPairwiseWidening(AdvSimd.AddPairwiseWidening(AdvSimd.AddPairwiseWidening(AdvSimd.PopCount(value.AsByte())))).AsInt64()
            : SumOfBytes(CountByHalves(value.AsByte()).AsInt64());

    /// <summary>The number of zeros above the highest bit that is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> LeadingZeroCount(Vector128<int> value)
    {
        if (Avx512CD.VL.IsSupported)
            return Avx512CD.VL.LeadingZeroCount(value);

        // Without the bits below the highest eight nothing rounds up to another exponent; a negative number has none.
        var exponent = Vector128.ConvertToSingle(value & ~(value >>> 8)).AsInt32() >>> 23;
        return Vector128.Min(Vector128.Max(Vector128.Create(158) - exponent, Vector128<int>.Zero), Vector128.Create(32));
    }

    /// <summary>The number of zeros above the highest bit that is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> LeadingZeroCount(Vector128<long> value)
    {
        if (Avx512CD.VL.IsSupported)
            return Avx512CD.VL.LeadingZeroCount(value);
        var counts = LeadingZeroCount(value.AsInt32()).AsInt64();
        var upper = counts >>> 32;
        return upper + (counts & Vector128.Create(0xFFFFFFFFL) & Vector128.Equals(upper, Vector128.Create(32L)));
    }

    /// <summary>The number of zeros below the lowest bit that is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> TrailingZeroCount(Vector128<int> value) => Vector128.Create(32) - LeadingZeroCount(~value & (value - Vector128<int>.One));

    /// <summary>The number of zeros below the lowest bit that is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> TrailingZeroCount(Vector128<long> value) => Vector128.Create(64L) - LeadingZeroCount(~value & (value - Vector128<long>.One));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> CountBytes(Vector128<byte> value)
    {
        var (table, low) = (Table, Vector128.Create((byte)15));
        return Ssse3.Shuffle(table, value & low) + Ssse3.Shuffle(table, (value.AsUInt16() >>> 4).AsByte() & low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> CountByHalves(Vector128<byte> value)
    {
        var bits = value.AsInt32();
        var sums = bits - ((bits >>> 1) & Vector128.Create(0x55555555));
        sums = (sums & Vector128.Create(0x33333333)) + ((sums >>> 2) & Vector128.Create(0x33333333));
        return (sums + (sums >>> 4)) & Vector128.Create(0x0F0F0F0F);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> SumOfBytes(Vector128<int> counts)
    {
        counts += counts >>> 8;
        counts += counts >>> 16;
        return counts & Vector128.Create(0x3F);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<long> SumOfBytes(Vector128<long> counts)
    {
        counts += counts >>> 8;
        counts += counts >>> 16;
        counts += counts >>> 32;
        return counts & Vector128.Create(0x7FL);
    }
}
