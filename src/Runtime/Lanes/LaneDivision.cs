using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Divides integers of 32 bits in lanes as <c>double</c>: both operands are exact, and the quotient of two such numbers that is not whole
/// is further from a whole number than rounding can move it. No divisor is zero, and no quotient leaves the type.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneDivision
{
    /// <summary>
    /// What dividends of 32 bits are multiplied by instead of being divided: a number just above the divisor's reciprocal, by no more than
    /// 1.25 times 2^-51 of it with the rounding of the product. A quotient that is whole does not come out below itself, and one that is not lies
    /// at least one divisor-th below the next whole number, which dividends below 2^50 cannot reach: truncated, it is exact.
    /// </summary>
    /// <param name="divisor">A number that 32 bits hold, signed or unsigned; for 0 the result is of no use.</param>
    public static double Reciprocal(long divisor) => Math.CopySign(Math.BitIncrement(1.0 / Math.Abs((double)divisor)), divisor);

    /// <summary>The quotients by a divisor, truncated toward zero.</summary>
    /// <param name="left">The dividends.</param>
    /// <param name="reciprocal">The divisor's <see cref="Reciprocal"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> DivideBy(Vector512<int> left, double reciprocal) => Avx512F.IsSupported
        ? Vector512.Create(
            Avx512F.ConvertToVector256Int32WithTruncation(Avx512F.ConvertToVector512Double(left.GetLower()) * reciprocal),
            Avx512F.ConvertToVector256Int32WithTruncation(Avx512F.ConvertToVector512Double(left.GetUpper()) * reciprocal))
        : Vector512.Create(DivideBy(left.GetLower(), reciprocal), DivideBy(left.GetUpper(), reciprocal));

    /// <inheritdoc cref="DivideBy(Vector512{int}, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> DivideBy(Vector256<int> left, double reciprocal) => Avx.IsSupported
        ? Vector256.Create(
            Avx.ConvertToVector128Int32WithTruncation(Avx.ConvertToVector256Double(left.GetLower()) * reciprocal),
            Avx.ConvertToVector128Int32WithTruncation(Avx.ConvertToVector256Double(left.GetUpper()) * reciprocal))
        : Vector256.Create(DivideBy(left.GetLower(), reciprocal), DivideBy(left.GetUpper(), reciprocal));

    /// <inheritdoc cref="DivideBy(Vector512{int}, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> DivideBy(Vector128<int> left, double reciprocal)
    {
        if (Sse2.IsSupported)
        {
            var first = Sse2.ConvertToVector128Int32WithTruncation(Sse2.ConvertToVector128Double(left) * reciprocal);
            var second = Sse2.ConvertToVector128Int32WithTruncation(Sse2.ConvertToVector128Double(Sse2.Shuffle(left, 0b_11_10_11_10)) * reciprocal);
            return Sse2.UnpackLow(first.AsInt64(), second.AsInt64()).AsInt32();
        }

        var (lower, upper) = Vector128.Widen(left);
        return Vector128.Narrow(DivideBy(lower, reciprocal), DivideBy(upper, reciprocal));
    }

    /// <inheritdoc cref="DivideBy(Vector512{int}, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> DivideBy(Vector512<uint> left, double reciprocal) => Avx512F.IsSupported
        ? Vector512.Create(
            Avx512F.ConvertToVector256UInt32WithTruncation(Avx512F.ConvertToVector512Double(left.GetLower()) * reciprocal),
            Avx512F.ConvertToVector256UInt32WithTruncation(Avx512F.ConvertToVector512Double(left.GetUpper()) * reciprocal))
        : Vector512.Create(DivideBy(left.GetLower(), reciprocal), DivideBy(left.GetUpper(), reciprocal));

    /// <inheritdoc cref="DivideBy(Vector512{int}, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> DivideBy(Vector256<uint> left, double reciprocal)
    {
        var (lower, upper) = Vector256.Widen(left);
        return Vector256.Narrow(DivideBy(lower.AsInt64(), reciprocal).AsUInt64(), DivideBy(upper.AsInt64(), reciprocal).AsUInt64());
    }

    /// <inheritdoc cref="DivideBy(Vector512{int}, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> DivideBy(Vector128<uint> left, double reciprocal)
    {
        var (lower, upper) = Vector128.Widen(left);
        return Vector128.Narrow(DivideBy(lower.AsInt64(), reciprocal).AsUInt64(), DivideBy(upper.AsInt64(), reciprocal).AsUInt64());
    }

    /// <summary>The quotients of values that 32 bits could hold, signed or unsigned, by a divisor, truncated toward zero.</summary>
    /// <param name="left">The dividends.</param>
    /// <param name="reciprocal">The divisor's <see cref="Reciprocal"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> DivideBy(Vector512<long> left, double reciprocal) => Vector512.ConvertToInt64(Vector512.ConvertToDouble(left) * reciprocal);

    /// <inheritdoc cref="DivideBy(Vector512{long}, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> DivideBy(Vector256<long> left, double reciprocal) => Truncate(Convert(left) * reciprocal);

    /// <inheritdoc cref="DivideBy(Vector512{long}, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> DivideBy(Vector128<long> left, double reciprocal) => Truncate(Convert(left) * reciprocal);

    /// <summary>The quotients, truncated toward zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Divide(Vector512<int> left, Vector512<int> right) => Avx512F.IsSupported
        ? Vector512.Create(
            Avx512F.ConvertToVector256Int32WithTruncation(Avx512F.ConvertToVector512Double(left.GetLower()) / Avx512F.ConvertToVector512Double(right.GetLower())),
            Avx512F.ConvertToVector256Int32WithTruncation(Avx512F.ConvertToVector512Double(left.GetUpper()) / Avx512F.ConvertToVector512Double(right.GetUpper())))
        : Vector512.Create(Divide(left.GetLower(), right.GetLower()), Divide(left.GetUpper(), right.GetUpper()));

    /// <inheritdoc cref="Divide(Vector512{int}, Vector512{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Divide(Vector256<int> left, Vector256<int> right) => Avx.IsSupported
        ? Vector256.Create(
            Avx.ConvertToVector128Int32WithTruncation(Avx.ConvertToVector256Double(left.GetLower()) / Avx.ConvertToVector256Double(right.GetLower())),
            Avx.ConvertToVector128Int32WithTruncation(Avx.ConvertToVector256Double(left.GetUpper()) / Avx.ConvertToVector256Double(right.GetUpper())))
        : Vector256.Create(Divide(left.GetLower(), right.GetLower()), Divide(left.GetUpper(), right.GetUpper()));

    /// <inheritdoc cref="Divide(Vector512{int}, Vector512{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Divide(Vector128<int> left, Vector128<int> right)
    {
        var (leftLower, leftUpper) = Vector128.Widen(left);
        var (rightLower, rightUpper) = Vector128.Widen(right);
        return Vector128.Narrow(Divide(leftLower, rightLower), Divide(leftUpper, rightUpper));
    }

    /// <inheritdoc cref="Divide(Vector512{int}, Vector512{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Divide(Vector512<uint> left, Vector512<uint> right)
    {
        var (leftLower, leftUpper) = Vector512.Widen(left);
        var (rightLower, rightUpper) = Vector512.Widen(right);
        return Vector512.Narrow(
            Divide(leftLower.AsInt64(), rightLower.AsInt64()).AsUInt64(),
            Divide(leftUpper.AsInt64(), rightUpper.AsInt64()).AsUInt64());
    }

    /// <summary>The quotients of values that 32 bits could hold, signed or unsigned, truncated toward zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Divide(Vector512<long> left, Vector512<long> right) =>
        Vector512.ConvertToInt64(Vector512.ConvertToDouble(left) / Vector512.ConvertToDouble(right));

    /// <inheritdoc cref="Divide(Vector512{int}, Vector512{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Divide(Vector256<uint> left, Vector256<uint> right)
    {
        var (leftLower, leftUpper) = Vector256.Widen(left);
        var (rightLower, rightUpper) = Vector256.Widen(right);
        return Vector256.Narrow(
            Divide(leftLower.AsInt64(), rightLower.AsInt64()).AsUInt64(),
            Divide(leftUpper.AsInt64(), rightUpper.AsInt64()).AsUInt64());
    }

    /// <summary>The quotients of values that 32 bits could hold, signed or unsigned, truncated toward zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Divide(Vector256<long> left, Vector256<long> right) =>
        Truncate(Convert(left) / Convert(right));

    /// <inheritdoc cref="Divide(Vector512{int}, Vector512{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Divide(Vector128<uint> left, Vector128<uint> right)
    {
        var (leftLower, leftUpper) = Vector128.Widen(left);
        var (rightLower, rightUpper) = Vector128.Widen(right);
        return Vector128.Narrow(
            Divide(leftLower.AsInt64(), rightLower.AsInt64()).AsUInt64(),
            Divide(leftUpper.AsInt64(), rightUpper.AsInt64()).AsUInt64());
    }

    /// <summary>The quotients of values that 32 bits could hold, signed or unsigned, truncated toward zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Divide(Vector128<long> left, Vector128<long> right) =>
        Truncate(Convert(left) / Convert(right));

    /// <summary>
    /// What added to a <c>double</c> of a magnitude below 2^51 leaves it, as a whole number, in the lowest bits: 2^52 + 2^51 (Warren, "Hacker's
    /// Delight", 2nd edition, section 17-2).
    /// </summary>
    private const double Shifter = 6755399441055744.0;

    /// <summary>Values that 32 bits could hold; before AVX-512 there is no instruction for 64-bit lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Convert(Vector256<long> value) => Avx512DQ.VL.IsSupported
        ? Vector256.ConvertToDouble(value)
        : (value + Vector256.Create(BitConverter.DoubleToInt64Bits(Shifter))).AsDouble() - Vector256.Create(Shifter);

    /// <inheritdoc cref="Convert(Vector256{long})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> Truncate(Vector256<double> value) => Avx512DQ.VL.IsSupported
        ? Vector256.ConvertToInt64(value)
        : (Vector256.Truncate(value) + Vector256.Create(Shifter)).AsInt64() - Vector256.Create(BitConverter.DoubleToInt64Bits(Shifter));

    /// <summary>Values that 32 bits could hold; before AVX-512 there is no instruction for 64-bit lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Convert(Vector128<long> value) => Avx512DQ.VL.IsSupported || AdvSimd.Arm64.IsSupported
        ? Vector128.ConvertToDouble(value)
        : (value + Vector128.Create(BitConverter.DoubleToInt64Bits(Shifter))).AsDouble() - Vector128.Create(Shifter);

    /// <inheritdoc cref="Convert(Vector128{long})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<long> Truncate(Vector128<double> value) => Avx512DQ.VL.IsSupported || AdvSimd.Arm64.IsSupported
        ? Vector128.ConvertToInt64(value)
        : (Vector128.Truncate(value) + Vector128.Create(Shifter)).AsInt64() - Vector128.Create(BitConverter.DoubleToInt64Bits(Shifter));
}
