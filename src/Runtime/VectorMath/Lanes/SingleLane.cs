using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// One <see langword="float"/> for a processor with vectors and a fused multiply-add. It is passed in a register, where a
/// <see cref="Vector128{T}"/> goes through memory, and masks and bits are those of the lowest lane of a vector.
/// </summary>
internal readonly struct SingleLane(float value) : ILanes<SingleLane, float>
{
    public readonly float Value = value;

    public static int Count => 1;

    private Vector128<float> Vector
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.CreateScalarUnsafe(Value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator SingleLane(float value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane operator +(SingleLane left, SingleLane right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane operator -(SingleLane left, SingleLane right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane operator *(SingleLane left, SingleLane right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane operator /(SingleLane left, SingleLane right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane operator -(SingleLane value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane operator &(SingleLane left, SingleLane right) => Of(left.Vector & right.Vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane operator |(SingleLane left, SingleLane right) => Of(left.Vector | right.Vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane operator ^(SingleLane left, SingleLane right) => Of(left.Vector ^ right.Vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane AndNot(SingleLane left, SingleLane right) => Of(Vector128.AndNot(left.Vector, right.Vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane Fma(SingleLane a, SingleLane b, SingleLane c) => new(MathF.FusedMultiplyAdd(a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane FmaNegated(SingleLane a, SingleLane b, SingleLane c) => new(MathF.FusedMultiplyAdd(-a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane FmaSubtract(SingleLane a, SingleLane b, SingleLane c) => new(MathF.FusedMultiplyAdd(a.Value, b.Value, -c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane Sqrt(SingleLane value) => new(MathF.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane Abs(SingleLane value) => new(MathF.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane AtLeast(SingleLane bound, SingleLane value) => Of(Vector128.MaxNative(bound.Vector, value.Vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane AtMost(SingleLane bound, SingleLane value) => Of(Vector128.MinNative(bound.Vector, value.Vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane Less(SingleLane left, SingleLane right) => Of(Vector128.LessThan(left.Vector, right.Vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane LessOrEqual(SingleLane left, SingleLane right) => Of(Vector128.LessThanOrEqual(left.Vector, right.Vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane Equal(SingleLane left, SingleLane right) => Of(Vector128.Equals(left.Vector, right.Vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane Select(SingleLane mask, SingleLane yes, SingleLane no) =>
        Of(Vector128.ConditionalSelect(mask.Vector, yes.Vector, no.Vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(SingleLane mask) => BitConverter.SingleToInt32Bits(mask.Value) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane FromBits(long bits) => new(BitConverter.Int32BitsToSingle((int)bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane AddBits(SingleLane left, SingleLane right) => Of((left.Vector.AsInt32() + right.Vector.AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane SubtractBits(SingleLane left, SingleLane right) => Of((left.Vector.AsInt32() - right.Vector.AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane ShiftLeft(SingleLane value, int count) => Of((value.Vector.AsInt32() << count).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane ShiftRight(SingleLane value, int count) => Of((value.Vector.AsInt32() >>> count).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane Scale(SingleLane value, SingleLane exponent) => Avx512F.IsSupported
        ? Of(Avx512F.ScaleScalar(value.Vector, exponent.Vector))
        : PowerOfTwo.Scale<SingleLane, float>(value, exponent);

    public static float Get(SingleLane value, int lane) => value.Value;

    public static SingleLane With(SingleLane value, int lane, float element) => element;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static SingleLane Of(Vector128<float> vector) => new(vector.ToScalar());
}
