using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>Lanes of a <see cref="Vector512{T}"/> of <see langword="double"/>.</summary>
internal readonly struct DoubleLanes512(Vector512<double> value) : ILanes<DoubleLanes512, double>
{
    public readonly Vector512<double> Value = value;

    public static int Count => Vector512<double>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator DoubleLanes512(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 operator +(DoubleLanes512 left, DoubleLanes512 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 operator -(DoubleLanes512 left, DoubleLanes512 right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 operator *(DoubleLanes512 left, DoubleLanes512 right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 operator /(DoubleLanes512 left, DoubleLanes512 right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 operator -(DoubleLanes512 value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 operator &(DoubleLanes512 left, DoubleLanes512 right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 operator |(DoubleLanes512 left, DoubleLanes512 right) => new(left.Value | right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 operator ^(DoubleLanes512 left, DoubleLanes512 right) => new(left.Value ^ right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 AndNot(DoubleLanes512 left, DoubleLanes512 right) => new(Vector512.AndNot(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 Fma(DoubleLanes512 a, DoubleLanes512 b, DoubleLanes512 c) =>
        new(Vector512.FusedMultiplyAdd(a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 FmaNegated(DoubleLanes512 a, DoubleLanes512 b, DoubleLanes512 c) => Avx512F.IsSupported
        ? new(Avx512F.FusedMultiplyAddNegated(a.Value, b.Value, c.Value))
        : new(Vector512.FusedMultiplyAdd(-a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 FmaSubtract(DoubleLanes512 a, DoubleLanes512 b, DoubleLanes512 c) => Avx512F.IsSupported
        ? new(Avx512F.FusedMultiplySubtract(a.Value, b.Value, c.Value))
        : new(Vector512.FusedMultiplyAdd(a.Value, b.Value, -c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 Sqrt(DoubleLanes512 value) => new(Vector512.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 Abs(DoubleLanes512 value) => new(Vector512.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 AtLeast(DoubleLanes512 bound, DoubleLanes512 value) => new(Vector512.MaxNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 AtMost(DoubleLanes512 bound, DoubleLanes512 value) => new(Vector512.MinNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 Less(DoubleLanes512 left, DoubleLanes512 right) => new(Vector512.LessThan(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 LessOrEqual(DoubleLanes512 left, DoubleLanes512 right) =>
        new(Vector512.LessThanOrEqual(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 Equal(DoubleLanes512 left, DoubleLanes512 right) => new(Vector512.Equals(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 Select(DoubleLanes512 mask, DoubleLanes512 yes, DoubleLanes512 no) =>
        new(Vector512.ConditionalSelect(mask.Value, yes.Value, no.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(DoubleLanes512 mask) => mask.Value.AsInt64() != Vector512<long>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 FromBits(long bits) => new(Vector512.Create(bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 AddBits(DoubleLanes512 left, DoubleLanes512 right) =>
        new((left.Value.AsInt64() + right.Value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 SubtractBits(DoubleLanes512 left, DoubleLanes512 right) =>
        new((left.Value.AsInt64() - right.Value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 ShiftLeft(DoubleLanes512 value, int count) => new((value.Value.AsInt64() << count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 ShiftRight(DoubleLanes512 value, int count) => new((value.Value.AsInt64() >>> count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 Scale(DoubleLanes512 value, DoubleLanes512 exponent) =>
        Avx512F.IsSupported
        ? new(Avx512F.Scale(value.Value, exponent.Value))
        : PowerOfTwo.Scale<DoubleLanes512, double>(value, exponent);

    public static double Get(DoubleLanes512 value, int lane) => value.Value.GetElement(lane);

    public static DoubleLanes512 With(DoubleLanes512 value, int lane, double element) => new(value.Value.WithElement(lane, element));
}
