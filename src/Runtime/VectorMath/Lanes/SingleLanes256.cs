using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using X86 = System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>Lanes of a <see cref="Vector256{T}"/> of <see langword="float"/>.</summary>
internal readonly struct SingleLanes256(Vector256<float> value) : ILanes<SingleLanes256, float>
{
    public readonly Vector256<float> Value = value;

    public static int Count => Vector256<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator SingleLanes256(float value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 operator +(SingleLanes256 left, SingleLanes256 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 operator -(SingleLanes256 left, SingleLanes256 right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 operator *(SingleLanes256 left, SingleLanes256 right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 operator /(SingleLanes256 left, SingleLanes256 right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 operator -(SingleLanes256 value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 operator &(SingleLanes256 left, SingleLanes256 right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 operator |(SingleLanes256 left, SingleLanes256 right) => new(left.Value | right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 operator ^(SingleLanes256 left, SingleLanes256 right) => new(left.Value ^ right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 AndNot(SingleLanes256 left, SingleLanes256 right) => new(Vector256.AndNot(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 Fma(SingleLanes256 a, SingleLanes256 b, SingleLanes256 c) =>
        new(Vector256.FusedMultiplyAdd(a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 FmaNegated(SingleLanes256 a, SingleLanes256 b, SingleLanes256 c) => X86.Fma.IsSupported
        ? new(X86.Fma.MultiplyAddNegated(a.Value, b.Value, c.Value))
        : new(Vector256.FusedMultiplyAdd(-a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 FmaSubtract(SingleLanes256 a, SingleLanes256 b, SingleLanes256 c) => X86.Fma.IsSupported
        ? new(X86.Fma.MultiplySubtract(a.Value, b.Value, c.Value))
        : new(Vector256.FusedMultiplyAdd(a.Value, b.Value, -c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 Sqrt(SingleLanes256 value) => new(Vector256.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 Abs(SingleLanes256 value) => new(Vector256.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 AtLeast(SingleLanes256 bound, SingleLanes256 value) => new(Vector256.MaxNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 AtMost(SingleLanes256 bound, SingleLanes256 value) => new(Vector256.MinNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 Less(SingleLanes256 left, SingleLanes256 right) => new(Vector256.LessThan(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 LessOrEqual(SingleLanes256 left, SingleLanes256 right) =>
        new(Vector256.LessThanOrEqual(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 Equal(SingleLanes256 left, SingleLanes256 right) => new(Vector256.Equals(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 Select(SingleLanes256 mask, SingleLanes256 yes, SingleLanes256 no) =>
        new(Vector256.ConditionalSelect(mask.Value, yes.Value, no.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(SingleLanes256 mask) => mask.Value.AsInt32() != Vector256<int>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 FromBits(long bits) => new(Vector256.Create((int)bits).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 AddBits(SingleLanes256 left, SingleLanes256 right) =>
        new((left.Value.AsInt32() + right.Value.AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 SubtractBits(SingleLanes256 left, SingleLanes256 right) =>
        new((left.Value.AsInt32() - right.Value.AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 ShiftLeft(SingleLanes256 value, int count) => new((value.Value.AsInt32() << count).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 ShiftRight(SingleLanes256 value, int count) => new((value.Value.AsInt32() >>> count).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 Scale(SingleLanes256 value, SingleLanes256 exponent) =>
        Avx512F.VL.IsSupported
        ? new(Avx512F.VL.Scale(value.Value, exponent.Value))
        : PowerOfTwo.Scale<SingleLanes256, float>(value, exponent);

    public static float Get(SingleLanes256 value, int lane) => value.Value.GetElement(lane);

    public static SingleLanes256 With(SingleLanes256 value, int lane, float element) => new(value.Value.WithElement(lane, element));
}
