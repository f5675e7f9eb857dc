using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// One <see langword="double"/> for a processor with vectors and a fused multiply-add. It is passed in a register, where a
/// <see cref="Vector128{T}"/> goes through memory, and masks and bits are those of the lowest lane of a vector.
/// </summary>
internal readonly struct DoubleLane(double value) : ILanes<DoubleLane, double>
{
    public readonly double Value = value;

    public static int Count => 1;

    private Vector128<double> Vector
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.CreateScalarUnsafe(Value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator DoubleLane(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane operator +(DoubleLane left, DoubleLane right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane operator -(DoubleLane left, DoubleLane right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane operator *(DoubleLane left, DoubleLane right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane operator /(DoubleLane left, DoubleLane right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane operator -(DoubleLane value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane operator &(DoubleLane left, DoubleLane right) => Of(left.Vector & right.Vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane operator |(DoubleLane left, DoubleLane right) => Of(left.Vector | right.Vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane operator ^(DoubleLane left, DoubleLane right) => Of(left.Vector ^ right.Vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane AndNot(DoubleLane left, DoubleLane right) => Of(Vector128.AndNot(left.Vector, right.Vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane Fma(DoubleLane a, DoubleLane b, DoubleLane c) => new(Math.FusedMultiplyAdd(a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane FmaNegated(DoubleLane a, DoubleLane b, DoubleLane c) => new(Math.FusedMultiplyAdd(-a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane FmaSubtract(DoubleLane a, DoubleLane b, DoubleLane c) => new(Math.FusedMultiplyAdd(a.Value, b.Value, -c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane Sqrt(DoubleLane value) => new(Math.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane Abs(DoubleLane value) => new(Math.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane AtLeast(DoubleLane bound, DoubleLane value) => Of(Vector128.MaxNative(bound.Vector, value.Vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane AtMost(DoubleLane bound, DoubleLane value) => Of(Vector128.MinNative(bound.Vector, value.Vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane Less(DoubleLane left, DoubleLane right) => Of(Vector128.LessThan(left.Vector, right.Vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane LessOrEqual(DoubleLane left, DoubleLane right) => Of(Vector128.LessThanOrEqual(left.Vector, right.Vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane Equal(DoubleLane left, DoubleLane right) => Of(Vector128.Equals(left.Vector, right.Vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane Select(DoubleLane mask, DoubleLane yes, DoubleLane no) =>
        Of(Vector128.ConditionalSelect(mask.Vector, yes.Vector, no.Vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(DoubleLane mask) => BitConverter.DoubleToInt64Bits(mask.Value) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane FromBits(long bits) => new(BitConverter.Int64BitsToDouble(bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane AddBits(DoubleLane left, DoubleLane right) => Of((left.Vector.AsInt64() + right.Vector.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane SubtractBits(DoubleLane left, DoubleLane right) => Of((left.Vector.AsInt64() - right.Vector.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane ShiftLeft(DoubleLane value, int count) => Of((value.Vector.AsInt64() << count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane ShiftRight(DoubleLane value, int count) => Of((value.Vector.AsInt64() >>> count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane Scale(DoubleLane value, DoubleLane exponent) => Avx512F.IsSupported
        ? Of(Avx512F.ScaleScalar(value.Vector, exponent.Vector))
        : PowerOfTwo.Scale<DoubleLane, double>(value, exponent);

    public static double Get(DoubleLane value, int lane) => value.Value;

    public static DoubleLane With(DoubleLane value, int lane, double element) => element;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleLane Of(Vector128<double> vector) => new(vector.ToScalar());
}
