using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using X86 = System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>Lanes of a <see cref="Vector256{T}"/> of <see langword="double"/>.</summary>
internal readonly struct DoubleLanes256(Vector256<double> value) : ILanes<DoubleLanes256, double>
{
    public readonly Vector256<double> Value = value;

    public static int Count => Vector256<double>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator DoubleLanes256(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 operator +(DoubleLanes256 left, DoubleLanes256 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 operator -(DoubleLanes256 left, DoubleLanes256 right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 operator *(DoubleLanes256 left, DoubleLanes256 right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 operator /(DoubleLanes256 left, DoubleLanes256 right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 operator -(DoubleLanes256 value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 operator &(DoubleLanes256 left, DoubleLanes256 right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 operator |(DoubleLanes256 left, DoubleLanes256 right) => new(left.Value | right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 operator ^(DoubleLanes256 left, DoubleLanes256 right) => new(left.Value ^ right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 AndNot(DoubleLanes256 left, DoubleLanes256 right) => new(Vector256.AndNot(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 Fma(DoubleLanes256 a, DoubleLanes256 b, DoubleLanes256 c) =>
        new(Vector256.FusedMultiplyAdd(a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 FmaNegated(DoubleLanes256 a, DoubleLanes256 b, DoubleLanes256 c) => X86.Fma.IsSupported
        ? new(X86.Fma.MultiplyAddNegated(a.Value, b.Value, c.Value))
        : new(Vector256.FusedMultiplyAdd(-a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 FmaSubtract(DoubleLanes256 a, DoubleLanes256 b, DoubleLanes256 c) => X86.Fma.IsSupported
        ? new(X86.Fma.MultiplySubtract(a.Value, b.Value, c.Value))
        : new(Vector256.FusedMultiplyAdd(a.Value, b.Value, -c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 Sqrt(DoubleLanes256 value) => new(Vector256.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 Abs(DoubleLanes256 value) => new(Vector256.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 AtLeast(DoubleLanes256 bound, DoubleLanes256 value) => new(Vector256.MaxNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 AtMost(DoubleLanes256 bound, DoubleLanes256 value) => new(Vector256.MinNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 Less(DoubleLanes256 left, DoubleLanes256 right) => new(Vector256.LessThan(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 LessOrEqual(DoubleLanes256 left, DoubleLanes256 right) =>
        new(Vector256.LessThanOrEqual(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 Equal(DoubleLanes256 left, DoubleLanes256 right) => new(Vector256.Equals(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 Select(DoubleLanes256 mask, DoubleLanes256 yes, DoubleLanes256 no) =>
        new(Vector256.ConditionalSelect(mask.Value, yes.Value, no.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(DoubleLanes256 mask) => mask.Value.AsInt64() != Vector256<long>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 FromBits(long bits) => new(Vector256.Create(bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 AddBits(DoubleLanes256 left, DoubleLanes256 right) =>
        new((left.Value.AsInt64() + right.Value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 SubtractBits(DoubleLanes256 left, DoubleLanes256 right) =>
        new((left.Value.AsInt64() - right.Value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 ShiftLeft(DoubleLanes256 value, int count) => new((value.Value.AsInt64() << count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 ShiftRight(DoubleLanes256 value, int count) => new((value.Value.AsInt64() >>> count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 Scale(DoubleLanes256 value, DoubleLanes256 exponent) =>
        Avx512F.VL.IsSupported
        ? new(Avx512F.VL.Scale(value.Value, exponent.Value))
        : PowerOfTwo.Scale<DoubleLanes256, double>(value, exponent);

    public static double Get(DoubleLanes256 value, int lane) => value.Value.GetElement(lane);

    public static DoubleLanes256 With(DoubleLanes256 value, int lane, double element) => new(value.Value.WithElement(lane, element));
}
