using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// One lane without vector instructions: for processors that have none, and for those without a fused multiply-add, where
/// <see cref="IFloatingPointIeee754{TSelf}.FusedMultiplyAdd"/> computes the correctly rounded value in software.
/// </summary>
internal readonly unsafe struct ScalarLane<T>(T value) : ILanes<ScalarLane<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public readonly T Value = value;

    public static int Count => 1;

    private long Bits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => sizeof(T) == sizeof(float)
            ? BitConverter.SingleToInt32Bits((float)(object)Value)
            : BitConverter.DoubleToInt64Bits((double)(object)Value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator ScalarLane<T>(T value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> operator +(ScalarLane<T> left, ScalarLane<T> right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> operator -(ScalarLane<T> left, ScalarLane<T> right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> operator *(ScalarLane<T> left, ScalarLane<T> right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> operator /(ScalarLane<T> left, ScalarLane<T> right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> operator -(ScalarLane<T> value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> operator &(ScalarLane<T> left, ScalarLane<T> right) => FromBits(left.Bits & right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> operator |(ScalarLane<T> left, ScalarLane<T> right) => FromBits(left.Bits | right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> operator ^(ScalarLane<T> left, ScalarLane<T> right) => FromBits(left.Bits ^ right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> AndNot(ScalarLane<T> left, ScalarLane<T> right) => FromBits(left.Bits & ~right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Fma(ScalarLane<T> a, ScalarLane<T> b, ScalarLane<T> c) => new(T.FusedMultiplyAdd(a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> FmaNegated(ScalarLane<T> a, ScalarLane<T> b, ScalarLane<T> c) => new(T.FusedMultiplyAdd(-a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> FmaSubtract(ScalarLane<T> a, ScalarLane<T> b, ScalarLane<T> c) => new(T.FusedMultiplyAdd(a.Value, b.Value, -c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Sqrt(ScalarLane<T> value) => new(T.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Abs(ScalarLane<T> value) => new(T.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> AtLeast(ScalarLane<T> bound, ScalarLane<T> value) => bound.Value > value.Value ? bound : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> AtMost(ScalarLane<T> bound, ScalarLane<T> value) => bound.Value < value.Value ? bound : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Less(ScalarLane<T> left, ScalarLane<T> right) => Mask(left.Value < right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> LessOrEqual(ScalarLane<T> left, ScalarLane<T> right) => Mask(left.Value <= right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Equal(ScalarLane<T> left, ScalarLane<T> right) => Mask(left.Value == right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Select(ScalarLane<T> mask, ScalarLane<T> yes, ScalarLane<T> no) => Any(mask) ? yes : no;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(ScalarLane<T> mask) => mask.Bits != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> FromBits(long bits) => sizeof(T) == sizeof(float)
        ? new((T)(object)BitConverter.Int32BitsToSingle((int)bits))
        : new((T)(object)BitConverter.Int64BitsToDouble(bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> AddBits(ScalarLane<T> left, ScalarLane<T> right) => FromBits(left.Bits + right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> SubtractBits(ScalarLane<T> left, ScalarLane<T> right) => FromBits(left.Bits - right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> ShiftLeft(ScalarLane<T> value, int count) => FromBits(value.Bits << count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> ShiftRight(ScalarLane<T> value, int count) =>
        FromBits(sizeof(T) == sizeof(float) ? (uint)value.Bits >> count : value.Bits >>> count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Scale(ScalarLane<T> value, ScalarLane<T> exponent) => PowerOfTwo.Scale<ScalarLane<T>, T>(value, exponent);

    public static T Get(ScalarLane<T> value, int lane) => value.Value;

    public static ScalarLane<T> With(ScalarLane<T> value, int lane, T element) => element;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ScalarLane<T> Mask(bool set) => FromBits(set ? -1 : 0);
}
