using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using X86 = System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>Lanes of a <see cref="Vector128{T}"/> of <see langword="float"/>.</summary>
internal readonly struct SingleLanes128(Vector128<float> value) : ILanes<SingleLanes128, float>
{
    public readonly Vector128<float> Value = value;

    public static int Count => Vector128<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator SingleLanes128(float value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 operator +(SingleLanes128 left, SingleLanes128 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 operator -(SingleLanes128 left, SingleLanes128 right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 operator *(SingleLanes128 left, SingleLanes128 right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 operator /(SingleLanes128 left, SingleLanes128 right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 operator -(SingleLanes128 value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 operator &(SingleLanes128 left, SingleLanes128 right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 operator |(SingleLanes128 left, SingleLanes128 right) => new(left.Value | right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 operator ^(SingleLanes128 left, SingleLanes128 right) => new(left.Value ^ right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 AndNot(SingleLanes128 left, SingleLanes128 right) => new(Vector128.AndNot(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 Fma(SingleLanes128 a, SingleLanes128 b, SingleLanes128 c) =>
        new(Vector128.FusedMultiplyAdd(a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 FmaNegated(SingleLanes128 a, SingleLanes128 b, SingleLanes128 c) => X86.Fma.IsSupported
        ? new(X86.Fma.MultiplyAddNegated(a.Value, b.Value, c.Value))
        : new(Vector128.FusedMultiplyAdd(-a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 FmaSubtract(SingleLanes128 a, SingleLanes128 b, SingleLanes128 c) => X86.Fma.IsSupported
        ? new(X86.Fma.MultiplySubtract(a.Value, b.Value, c.Value))
        : new(Vector128.FusedMultiplyAdd(a.Value, b.Value, -c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 Sqrt(SingleLanes128 value) => new(Vector128.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 Abs(SingleLanes128 value) => new(Vector128.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 AtLeast(SingleLanes128 bound, SingleLanes128 value) => new(Vector128.MaxNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 AtMost(SingleLanes128 bound, SingleLanes128 value) => new(Vector128.MinNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 Less(SingleLanes128 left, SingleLanes128 right) => new(Vector128.LessThan(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 LessOrEqual(SingleLanes128 left, SingleLanes128 right) =>
        new(Vector128.LessThanOrEqual(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 Equal(SingleLanes128 left, SingleLanes128 right) => new(Vector128.Equals(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 Select(SingleLanes128 mask, SingleLanes128 yes, SingleLanes128 no) =>
        new(Vector128.ConditionalSelect(mask.Value, yes.Value, no.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(SingleLanes128 mask) => mask.Value.AsInt32() != Vector128<int>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 FromBits(long bits) => new(Vector128.Create((int)bits).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 AddBits(SingleLanes128 left, SingleLanes128 right) =>
        new((left.Value.AsInt32() + right.Value.AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 SubtractBits(SingleLanes128 left, SingleLanes128 right) =>
        new((left.Value.AsInt32() - right.Value.AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 ShiftLeft(SingleLanes128 value, int count) => new((value.Value.AsInt32() << count).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 ShiftRight(SingleLanes128 value, int count) => new((value.Value.AsInt32() >>> count).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 Scale(SingleLanes128 value, SingleLanes128 exponent) =>
        Avx512F.VL.IsSupported
        ? new(Avx512F.VL.Scale(value.Value, exponent.Value))
        : PowerOfTwo.Scale<SingleLanes128, float>(value, exponent);

    public static float Get(SingleLanes128 value, int lane) => value.Value.GetElement(lane);

    public static SingleLanes128 With(SingleLanes128 value, int lane, float element) => new(value.Value.WithElement(lane, element));
}
