using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Divides integers of 32 bits in lanes as <c>double</c>: both operands are exact, and the quotient of two such numbers that is not whole
/// is further from a whole number than rounding can move it. No divisor is zero, and no quotient leaves the type.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneDivision
{
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
        Vector256.ConvertToInt64(Vector256.ConvertToDouble(left) / Vector256.ConvertToDouble(right));

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
        Vector128.ConvertToInt64(Vector128.ConvertToDouble(left) / Vector128.ConvertToDouble(right));
}
