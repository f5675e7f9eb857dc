using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>Lanes of a <see cref="Vector512{T}"/> of <see langword="float"/>.</summary>
internal readonly struct SingleLanes512(Vector512<float> value) : ILanes<SingleLanes512, float>
{
    public readonly Vector512<float> Value = value;

    public static int Count => Vector512<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator SingleLanes512(float value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 operator +(SingleLanes512 left, SingleLanes512 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 operator -(SingleLanes512 left, SingleLanes512 right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 operator *(SingleLanes512 left, SingleLanes512 right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 operator /(SingleLanes512 left, SingleLanes512 right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 operator -(SingleLanes512 value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 operator &(SingleLanes512 left, SingleLanes512 right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 operator |(SingleLanes512 left, SingleLanes512 right) => new(left.Value | right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 operator ^(SingleLanes512 left, SingleLanes512 right) => new(left.Value ^ right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 AndNot(SingleLanes512 left, SingleLanes512 right) => new(Vector512.AndNot(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 Fma(SingleLanes512 a, SingleLanes512 b, SingleLanes512 c) =>
        new(Vector512.FusedMultiplyAdd(a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 FmaNegated(SingleLanes512 a, SingleLanes512 b, SingleLanes512 c) => Avx512F.IsSupported
        ? new(Avx512F.FusedMultiplyAddNegated(a.Value, b.Value, c.Value))
        : new(Vector512.FusedMultiplyAdd(-a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 FmaSubtract(SingleLanes512 a, SingleLanes512 b, SingleLanes512 c) => Avx512F.IsSupported
        ? new(Avx512F.FusedMultiplySubtract(a.Value, b.Value, c.Value))
        : new(Vector512.FusedMultiplyAdd(a.Value, b.Value, -c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 Sqrt(SingleLanes512 value) => new(Vector512.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 Abs(SingleLanes512 value) => new(Vector512.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 AtLeast(SingleLanes512 bound, SingleLanes512 value) => new(Vector512.MaxNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 AtMost(SingleLanes512 bound, SingleLanes512 value) => new(Vector512.MinNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 Less(SingleLanes512 left, SingleLanes512 right) => new(Vector512.LessThan(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 LessOrEqual(SingleLanes512 left, SingleLanes512 right) =>
        new(Vector512.LessThanOrEqual(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 Equal(SingleLanes512 left, SingleLanes512 right) => new(Vector512.Equals(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 Select(SingleLanes512 mask, SingleLanes512 yes, SingleLanes512 no) =>
        new(Vector512.ConditionalSelect(mask.Value, yes.Value, no.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(SingleLanes512 mask) => mask.Value.AsInt32() != Vector512<int>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 FromBits(long bits) => new(Vector512.Create((int)bits).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 AddBits(SingleLanes512 left, SingleLanes512 right) =>
        new((left.Value.AsInt32() + right.Value.AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 SubtractBits(SingleLanes512 left, SingleLanes512 right) =>
        new((left.Value.AsInt32() - right.Value.AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 ShiftLeft(SingleLanes512 value, int count) => new((value.Value.AsInt32() << count).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 ShiftRight(SingleLanes512 value, int count) => new((value.Value.AsInt32() >>> count).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 Scale(SingleLanes512 value, SingleLanes512 exponent) =>
        Avx512F.IsSupported
        ? new(Avx512F.Scale(value.Value, exponent.Value))
        : PowerOfTwo.Scale<SingleLanes512, float>(value, exponent);

    public static float Get(SingleLanes512 value, int lane) => value.Value.GetElement(lane);

    public static SingleLanes512 With(SingleLanes512 value, int lane, float element) => new(value.Value.WithElement(lane, element));
}
