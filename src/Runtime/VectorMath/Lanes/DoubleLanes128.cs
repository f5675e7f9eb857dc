using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using X86 = System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>Lanes of a <see cref="Vector128{T}"/> of <see langword="double"/>.</summary>
internal readonly struct DoubleLanes128(Vector128<double> value) : ILanes<DoubleLanes128, double>
{
    public readonly Vector128<double> Value = value;

    public static int Count => Vector128<double>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator DoubleLanes128(double value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 operator +(DoubleLanes128 left, DoubleLanes128 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 operator -(DoubleLanes128 left, DoubleLanes128 right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 operator *(DoubleLanes128 left, DoubleLanes128 right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 operator /(DoubleLanes128 left, DoubleLanes128 right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 operator -(DoubleLanes128 value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 operator &(DoubleLanes128 left, DoubleLanes128 right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 operator |(DoubleLanes128 left, DoubleLanes128 right) => new(left.Value | right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 operator ^(DoubleLanes128 left, DoubleLanes128 right) => new(left.Value ^ right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 AndNot(DoubleLanes128 left, DoubleLanes128 right) => new(Vector128.AndNot(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 Fma(DoubleLanes128 a, DoubleLanes128 b, DoubleLanes128 c) =>
        new(Vector128.FusedMultiplyAdd(a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 FmaNegated(DoubleLanes128 a, DoubleLanes128 b, DoubleLanes128 c) => X86.Fma.IsSupported
        ? new(X86.Fma.MultiplyAddNegated(a.Value, b.Value, c.Value))
        : new(Vector128.FusedMultiplyAdd(-a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 FmaSubtract(DoubleLanes128 a, DoubleLanes128 b, DoubleLanes128 c) => X86.Fma.IsSupported
        ? new(X86.Fma.MultiplySubtract(a.Value, b.Value, c.Value))
        : new(Vector128.FusedMultiplyAdd(a.Value, b.Value, -c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 Sqrt(DoubleLanes128 value) => new(Vector128.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 Abs(DoubleLanes128 value) => new(Vector128.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 AtLeast(DoubleLanes128 bound, DoubleLanes128 value) => new(Vector128.MaxNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 AtMost(DoubleLanes128 bound, DoubleLanes128 value) => new(Vector128.MinNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 Less(DoubleLanes128 left, DoubleLanes128 right) => new(Vector128.LessThan(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 LessOrEqual(DoubleLanes128 left, DoubleLanes128 right) =>
        new(Vector128.LessThanOrEqual(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 Equal(DoubleLanes128 left, DoubleLanes128 right) => new(Vector128.Equals(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 Select(DoubleLanes128 mask, DoubleLanes128 yes, DoubleLanes128 no) =>
        new(Vector128.ConditionalSelect(mask.Value, yes.Value, no.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(DoubleLanes128 mask) => mask.Value.AsInt64() != Vector128<long>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 FromBits(long bits) => new(Vector128.Create(bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 AddBits(DoubleLanes128 left, DoubleLanes128 right) =>
        new((left.Value.AsInt64() + right.Value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 SubtractBits(DoubleLanes128 left, DoubleLanes128 right) =>
        new((left.Value.AsInt64() - right.Value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 ShiftLeft(DoubleLanes128 value, int count) => new((value.Value.AsInt64() << count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 ShiftRight(DoubleLanes128 value, int count) => new((value.Value.AsInt64() >>> count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes128 Scale(DoubleLanes128 value, DoubleLanes128 exponent) =>
        Avx512F.VL.IsSupported
        ? new(Avx512F.VL.Scale(value.Value, exponent.Value))
        : PowerOfTwo.Scale<DoubleLanes128, double>(value, exponent);

    public static double Get(DoubleLanes128 value, int lane) => value.Value.GetElement(lane);

    public static DoubleLanes128 With(DoubleLanes128 value, int lane, double element) => new(value.Value.WithElement(lane, element));
}
