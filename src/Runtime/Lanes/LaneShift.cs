using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices;

/// <summary>Shifts each lane by a count of its own, from zero to one less than the lane's bits.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneShift
{
    /// <summary>The lanes, shifted to the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Left(Vector512<int> value, Vector512<int> count) => Avx512F.IsSupported
        ? Avx512F.ShiftLeftLogicalVariable(value, count.AsUInt32())
        : Vector512.Create(Left(value.GetLower(), count.GetLower()), Left(value.GetUpper(), count.GetUpper()));

    /// <summary>The lanes, shifted to the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Left(Vector256<int> value, Vector256<int> count) => Avx2.IsSupported
        ? Avx2.ShiftLeftLogicalVariable(value, count.AsUInt32())
        : Vector256.Create(Left(value.GetLower(), count.GetLower()), Left(value.GetUpper(), count.GetUpper()));

    /// <summary>The lanes, shifted to the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Left(Vector128<int> value, Vector128<int> count) => Avx2.IsSupported
        ? Avx2.ShiftLeftLogicalVariable(value, count.AsUInt32())
        : Vector128.Create(value.GetElement(0) << count.GetElement(0), value.GetElement(1) << count.GetElement(1), value.GetElement(2) << count.GetElement(2), value.GetElement(3) << count.GetElement(3));

    /// <summary>The lanes, shifted to the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Left(Vector512<uint> value, Vector512<int> count) => Avx512F.IsSupported
        ? Avx512F.ShiftLeftLogicalVariable(value, count.AsUInt32())
        : Vector512.Create(Left(value.GetLower(), count.GetLower()), Left(value.GetUpper(), count.GetUpper()));

    /// <summary>The lanes, shifted to the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Left(Vector256<uint> value, Vector256<int> count) => Avx2.IsSupported
        ? Avx2.ShiftLeftLogicalVariable(value, count.AsUInt32())
        : Vector256.Create(Left(value.GetLower(), count.GetLower()), Left(value.GetUpper(), count.GetUpper()));

    /// <summary>The lanes, shifted to the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Left(Vector128<uint> value, Vector128<int> count) => Avx2.IsSupported
        ? Avx2.ShiftLeftLogicalVariable(value, count.AsUInt32())
        : Vector128.Create(value.GetElement(0) << count.GetElement(0), value.GetElement(1) << count.GetElement(1), value.GetElement(2) << count.GetElement(2), value.GetElement(3) << count.GetElement(3));

    /// <summary>The lanes, shifted to the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Left(Vector512<long> value, Vector512<long> count) => Avx512F.IsSupported
        ? Avx512F.ShiftLeftLogicalVariable(value, count.AsUInt64())
        : Vector512.Create(Left(value.GetLower(), count.GetLower()), Left(value.GetUpper(), count.GetUpper()));

    /// <summary>The lanes, shifted to the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Left(Vector256<long> value, Vector256<long> count) => Avx2.IsSupported
        ? Avx2.ShiftLeftLogicalVariable(value, count.AsUInt64())
        : Vector256.Create(Left(value.GetLower(), count.GetLower()), Left(value.GetUpper(), count.GetUpper()));

    /// <summary>The lanes, shifted to the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Left(Vector128<long> value, Vector128<long> count) => Avx2.IsSupported
        ? Avx2.ShiftLeftLogicalVariable(value, count.AsUInt64())
        : Vector128.Create(value.GetElement(0) << (int)count.GetElement(0), value.GetElement(1) << (int)count.GetElement(1));

    /// <summary>The lanes, shifted to the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Left(Vector512<ulong> value, Vector512<long> count) => Avx512F.IsSupported
        ? Avx512F.ShiftLeftLogicalVariable(value, count.AsUInt64())
        : Vector512.Create(Left(value.GetLower(), count.GetLower()), Left(value.GetUpper(), count.GetUpper()));

    /// <summary>The lanes, shifted to the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Left(Vector256<ulong> value, Vector256<long> count) => Avx2.IsSupported
        ? Avx2.ShiftLeftLogicalVariable(value, count.AsUInt64())
        : Vector256.Create(Left(value.GetLower(), count.GetLower()), Left(value.GetUpper(), count.GetUpper()));

    /// <summary>The lanes, shifted to the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Left(Vector128<ulong> value, Vector128<long> count) => Avx2.IsSupported
        ? Avx2.ShiftLeftLogicalVariable(value, count.AsUInt64())
        : Vector128.Create(value.GetElement(0) << (int)count.GetElement(0), value.GetElement(1) << (int)count.GetElement(1));

    /// <summary>The lanes, shifted to the right, with zeros from the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> UnsignedRight(Vector512<int> value, Vector512<int> count) => Avx512F.IsSupported
        ? Avx512F.ShiftRightLogicalVariable(value, count.AsUInt32())
        : Vector512.Create(UnsignedRight(value.GetLower(), count.GetLower()), UnsignedRight(value.GetUpper(), count.GetUpper()));

    /// <summary>The lanes, shifted to the right, with zeros from the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> UnsignedRight(Vector256<int> value, Vector256<int> count) => Avx2.IsSupported
        ? Avx2.ShiftRightLogicalVariable(value, count.AsUInt32())
        : Vector256.Create(UnsignedRight(value.GetLower(), count.GetLower()), UnsignedRight(value.GetUpper(), count.GetUpper()));

    /// <summary>The lanes, shifted to the right, with zeros from the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> UnsignedRight(Vector128<int> value, Vector128<int> count) => Avx2.IsSupported
        ? Avx2.ShiftRightLogicalVariable(value, count.AsUInt32())
        : Vector128.Create(value.GetElement(0) >>> count.GetElement(0), value.GetElement(1) >>> count.GetElement(1), value.GetElement(2) >>> count.GetElement(2), value.GetElement(3) >>> count.GetElement(3));

    /// <summary>The lanes, shifted to the right, with zeros from the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> UnsignedRight(Vector512<uint> value, Vector512<int> count) => Avx512F.IsSupported
        ? Avx512F.ShiftRightLogicalVariable(value, count.AsUInt32())
        : Vector512.Create(UnsignedRight(value.GetLower(), count.GetLower()), UnsignedRight(value.GetUpper(), count.GetUpper()));

    /// <summary>The lanes, shifted to the right, with zeros from the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> UnsignedRight(Vector256<uint> value, Vector256<int> count) => Avx2.IsSupported
        ? Avx2.ShiftRightLogicalVariable(value, count.AsUInt32())
        : Vector256.Create(UnsignedRight(value.GetLower(), count.GetLower()), UnsignedRight(value.GetUpper(), count.GetUpper()));

    /// <summary>The lanes, shifted to the right, with zeros from the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> UnsignedRight(Vector128<uint> value, Vector128<int> count) => Avx2.IsSupported
        ? Avx2.ShiftRightLogicalVariable(value, count.AsUInt32())
        : Vector128.Create(value.GetElement(0) >>> count.GetElement(0), value.GetElement(1) >>> count.GetElement(1), value.GetElement(2) >>> count.GetElement(2), value.GetElement(3) >>> count.GetElement(3));

    /// <summary>The lanes, shifted to the right, with zeros from the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> UnsignedRight(Vector512<long> value, Vector512<long> count) => Avx512F.IsSupported
        ? Avx512F.ShiftRightLogicalVariable(value, count.AsUInt64())
        : Vector512.Create(UnsignedRight(value.GetLower(), count.GetLower()), UnsignedRight(value.GetUpper(), count.GetUpper()));

    /// <summary>The lanes, shifted to the right, with zeros from the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> UnsignedRight(Vector256<long> value, Vector256<long> count) => Avx2.IsSupported
        ? Avx2.ShiftRightLogicalVariable(value, count.AsUInt64())
        : Vector256.Create(UnsignedRight(value.GetLower(), count.GetLower()), UnsignedRight(value.GetUpper(), count.GetUpper()));

    /// <summary>The lanes, shifted to the right, with zeros from the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> UnsignedRight(Vector128<long> value, Vector128<long> count) => Avx2.IsSupported
        ? Avx2.ShiftRightLogicalVariable(value, count.AsUInt64())
        : Vector128.Create(value.GetElement(0) >>> (int)count.GetElement(0), value.GetElement(1) >>> (int)count.GetElement(1));

    /// <summary>The lanes, shifted to the right, with zeros from the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> UnsignedRight(Vector512<ulong> value, Vector512<long> count) => Avx512F.IsSupported
        ? Avx512F.ShiftRightLogicalVariable(value, count.AsUInt64())
        : Vector512.Create(UnsignedRight(value.GetLower(), count.GetLower()), UnsignedRight(value.GetUpper(), count.GetUpper()));

    /// <summary>The lanes, shifted to the right, with zeros from the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> UnsignedRight(Vector256<ulong> value, Vector256<long> count) => Avx2.IsSupported
        ? Avx2.ShiftRightLogicalVariable(value, count.AsUInt64())
        : Vector256.Create(UnsignedRight(value.GetLower(), count.GetLower()), UnsignedRight(value.GetUpper(), count.GetUpper()));

    /// <summary>The lanes, shifted to the right, with zeros from the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> UnsignedRight(Vector128<ulong> value, Vector128<long> count) => Avx2.IsSupported
        ? Avx2.ShiftRightLogicalVariable(value, count.AsUInt64())
        : Vector128.Create(value.GetElement(0) >>> (int)count.GetElement(0), value.GetElement(1) >>> (int)count.GetElement(1));

    /// <summary>The lanes, shifted to the right, with the sign from the left if there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Right(Vector512<int> value, Vector512<int> count) => Avx512F.IsSupported
        ? Avx512F.ShiftRightArithmeticVariable(value, count.AsUInt32())
        : Vector512.Create(Right(value.GetLower(), count.GetLower()), Right(value.GetUpper(), count.GetUpper()));

    /// <summary>The lanes, shifted to the right, with the sign from the left if there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Right(Vector256<int> value, Vector256<int> count) => Avx2.IsSupported
        ? Avx2.ShiftRightArithmeticVariable(value, count.AsUInt32())
        : Vector256.Create(Right(value.GetLower(), count.GetLower()), Right(value.GetUpper(), count.GetUpper()));

    /// <summary>The lanes, shifted to the right, with the sign from the left if there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Right(Vector128<int> value, Vector128<int> count) => Avx2.IsSupported
        ? Avx2.ShiftRightArithmeticVariable(value, count.AsUInt32())
        : Vector128.Create(value.GetElement(0) >> count.GetElement(0), value.GetElement(1) >> count.GetElement(1), value.GetElement(2) >> count.GetElement(2), value.GetElement(3) >> count.GetElement(3));

    /// <summary>The lanes, shifted to the right, with the sign from the left if there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Right(Vector512<uint> value, Vector512<int> count) => UnsignedRight(value, count);

    /// <summary>The lanes, shifted to the right, with the sign from the left if there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Right(Vector256<uint> value, Vector256<int> count) => UnsignedRight(value, count);

    /// <summary>The lanes, shifted to the right, with the sign from the left if there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Right(Vector128<uint> value, Vector128<int> count) => UnsignedRight(value, count);

    /// <summary>The lanes, shifted to the right, with the sign from the left if there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Right(Vector512<long> value, Vector512<long> count) => Avx512F.IsSupported
        ? Avx512F.ShiftRightArithmeticVariable(value, count.AsUInt64())
        : Vector512.Create(Right(value.GetLower(), count.GetLower()), Right(value.GetUpper(), count.GetUpper()));

    /// <summary>The lanes, shifted to the right, with the sign from the left if there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Right(Vector256<long> value, Vector256<long> count) => Avx512F.VL.IsSupported
        ? Avx512F.VL.ShiftRightArithmeticVariable(value, count.AsUInt64())
        : Vector256.Create(Right(value.GetLower(), count.GetLower()), Right(value.GetUpper(), count.GetUpper()));

    /// <summary>The lanes, shifted to the right, with the sign from the left if there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Right(Vector128<long> value, Vector128<long> count) => Avx512F.VL.IsSupported
        ? Avx512F.VL.ShiftRightArithmeticVariable(value, count.AsUInt64())
        : Vector128.Create(value.GetElement(0) >> (int)count.GetElement(0), value.GetElement(1) >> (int)count.GetElement(1));

    /// <summary>The lanes, shifted to the right, with the sign from the left if there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Right(Vector512<ulong> value, Vector512<long> count) => UnsignedRight(value, count);

    /// <summary>The lanes, shifted to the right, with the sign from the left if there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Right(Vector256<ulong> value, Vector256<long> count) => UnsignedRight(value, count);

    /// <summary>The lanes, shifted to the right, with the sign from the left if there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Right(Vector128<ulong> value, Vector128<long> count) => UnsignedRight(value, count);
}
