using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="LaneArithmetic"/>: where an operation throws, the same exception after the same iterations.</summary>
public sealed class LaneArithmeticTests
{
    [Fact]
    public void Quotients() => Verify.Same(
        Ran.Vector, LaneArithmetic.Quotients, (x, y, r) => LaneArithmetic.Quotients(x, y, r), n => (Data.Of<int>(n), Divisors(Data.Of<int>(n, 2)), new int[n]), Sizes.Large);

    [Fact]
    public void QuotientsByZero() => Verify.Same(
        Ran.Vector, LaneArithmetic.Quotients, (x, y, r) => LaneArithmetic.Quotients(x, y, r), n => (Data.Of<int>(n), Data.Of<int>(n, 2), new int[n]));

    [Fact]
    public void QuotientThatOverflows() => Verify.Same(
        Ran.Vector,
        LaneArithmetic.Quotients,
        (x, y, r) => LaneArithmetic.Quotients(x, y, r),
        n => (Enumerable.Repeat(int.MinValue, n).ToArray(), Enumerable.Range(1, n).Select(i => i == n ? -1 : i).ToArray(), new int[n]));

    [Fact]
    public void UnsignedQuotients() => Verify.Same(
        Ran.Vector,
        LaneArithmetic.UnsignedQuotients,
        (x, y, r) => LaneArithmetic.UnsignedQuotients(x, y, r),
        n => (Data.Of<uint>(n), Data.Of<uint>(n, 2).Select(v => v == 0 ? 3 : v).ToArray(), new uint[n]));

    [Fact]
    public void LongQuotients() => Verify.Same(
        Ran.Parallel,
        LaneArithmetic.LongQuotients,
        (x, y, r) => LaneArithmetic.LongQuotients(x, y, r),
        n => (Data.Of<long>(n), Data.Of<long>(n, 2).Select(v => v is 0 or -1 ? 3 : v >> 20 | 1).ToArray(), new long[n]));

    [Fact]
    public void BytesByConstant() => Verify.Same(
        Ran.Parallel, LaneArithmetic.BytesByConstant, (x, r) => LaneArithmetic.BytesByConstant(x, r), n => (Data.Of<byte>(n), new byte[n]));

    [Fact]
    public void ByInvariant() => Verify.Same(
        Ran.Vector, LaneArithmetic.ByInvariant, (x, d, r) => LaneArithmetic.ByInvariant(x, d, r), n => (Data.Of<int>(n), -3, new long[n]));

    [Fact]
    public void ByInvariantZero() => Verify.Same(
        Ran.Vector, LaneArithmetic.ByInvariant, (x, d, r) => LaneArithmetic.ByInvariant(x, d, r), n => (Data.Of<int>(n), 0, new long[n]));

    [Fact]
    public void WhereNotZero() => Verify.Same(
        Ran.Vector, LaneArithmetic.WhereNotZero, (x, y, r) => LaneArithmetic.WhereNotZero(x, y, r), n => (Data.Of<int>(n), Data.Of<int>(n, 2), new int[n]));

    [Fact]
    public void SumOfRemainders() => Verify.Same(
        Ran.Vector, LaneArithmetic.SumOfRemainders, (x, y) => LaneArithmetic.SumOfRemainders(x, y), n => (Data.Of<int>(n), Data.Of<int>(n, 2)), Sizes.Large);

    [Fact]
    public void Shifts() => Verify.Same(
        Ran.Vector, LaneArithmetic.Shifts, (x, c, r) => LaneArithmetic.Shifts(x, c, r), n => (Data.Of<int>(n), Data.Of<int>(n, 2), new int[n]));

    [Fact]
    public void WideShifts() => Verify.Same(
        Ran.Vector, LaneArithmetic.WideShifts, (x, c, r) => LaneArithmetic.WideShifts(x, c, r), n => (Data.Of<long>(n), Data.Of<int>(n, 2), new ulong[n]));

    [Fact]
    public void Rotate() => Verify.Same(
        Ran.Vector, LaneArithmetic.Rotate, (x, c, r) => LaneArithmetic.Rotate(x, c, r), n => (Data.Of<uint>(n), 45, new uint[n]));

    [Fact]
    public void RotateEach() => Verify.Same(
        Ran.Vector, LaneArithmetic.RotateEach, (x, c, r) => LaneArithmetic.RotateEach(x, c, r), n => (Data.Of<uint>(n), Data.Of<int>(n, 2), new uint[n]));

    [Fact]
    public void RotateEachWide() => Verify.Same(
        Ran.Vector, LaneArithmetic.RotateEachWide, (x, c, r) => LaneArithmetic.RotateEachWide(x, c, r), n => (Data.Of<ulong>(n), Data.Of<int>(n, 2), new ulong[n]));

    [Fact]
    public void RotateWide() => Verify.Same(
        Ran.Vector, LaneArithmetic.RotateWide, (x, r) => LaneArithmetic.RotateWide(x, r), n => (Data.Of<ulong>(n), new ulong[n]));

    [Fact]
    public void AbsAndSign() => Verify.Same(
        Ran.Vector, LaneArithmetic.AbsAndSign, (x, r) => LaneArithmetic.AbsAndSign(x, r), n => (Data.Of<int>(n).Select(v => v == int.MinValue ? 4 : v).ToArray(), new int[n]));

    [Fact]
    public void AbsOfLeast() => Verify.Same(
        Ran.Vector, LaneArithmetic.AbsAndSign, (x, r) => LaneArithmetic.AbsAndSign(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void AbsOfSome() => Verify.Same(
        Ran.Vector, LaneArithmetic.AbsOfSome, (x, r) => LaneArithmetic.AbsOfSome(x, r), n => (Data.Of<long>(n), new long[n]));

    [Fact]
    public void Clamp() => Verify.Same(
        Ran.Vector, LaneArithmetic.Clamp, (x, a, b, r) => LaneArithmetic.Clamp(x, a, b, r), n => (Data.Of<float>(n), -0f, 1.5f, new float[n]));

    [Fact]
    public void ClampInWrongOrder() => Verify.Same(
        Ran.Vector, LaneArithmetic.Clamp, (x, a, b, r) => LaneArithmetic.Clamp(x, a, b, r), n => (Data.Of<float>(n), 2f, 1f, new float[n]));

    [Fact]
    public void ClampToBytes() => Verify.Same(
        Ran.Vector, LaneArithmetic.ClampToBytes, (x, r) => LaneArithmetic.ClampToBytes(x, r), n => (Data.Of<int>(n), new byte[n]));

    [Fact]
    public void SignOfReal() => Verify.Same(
        Ran.Vector, LaneArithmetic.SignOfReal, (x, r) => LaneArithmetic.SignOfReal(x, r), n => (Data.Ordinary<double>(n), new long[n]));

    [Fact]
    public void SignOfNaN() => Verify.Same(
        Ran.Vector, LaneArithmetic.SignOfReal, (x, r) => LaneArithmetic.SignOfReal(x, r), n => (Data.Of<double>(n), new long[n]));

    [Fact]
    public void Roundings() => Verify.Same(
        Ran.Vector, LaneArithmetic.Roundings, (x, r) => LaneArithmetic.Roundings(x, r), n => (Data.Of<double>(n), new double[n]));

    [Fact]
    public void Finite() => Verify.Same(
        Ran.Vector, LaneArithmetic.Finite, (x, r) => LaneArithmetic.Finite(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void SoftPlus() => Verify.Near(
        Ran.Vector, LaneArithmetic.SoftPlus, (x, r) => LaneArithmetic.SoftPlus(x, r), n => (Data.Ordinary<double>(n).Select(Math.Abs).ToArray(), new double[n]));

    [Fact]
    public void Logistic() => Verify.Near(
        Ran.Vector, LaneArithmetic.Logistic, (x, r) => LaneArithmetic.Logistic(x, r), n => (Data.Ordinary<float>(n), new float[n]));

    [Fact]
    public void ScaleRows() => Verify.Same(
        Ran.Vector, LaneArithmetic.ScaleRows, (x, f) => LaneArithmetic.ScaleRows(x, f), n => (Data.Rows<double>(n, n), 0.25), Sizes.Sides);

    [Fact]
    public void ScaleRowsOfOneArray() => Verify.Same(
        Ran.Anything,
        LaneArithmetic.ScaleRows,
        (x, f) => LaneArithmetic.ScaleRows(x, f),
        n => (Enumerable.Repeat(Data.Of<double>(n), n).ToArray(), 0.25),
        Sizes.Sides);

    [Fact]
    public void SumOfRows() => Verify.Near(
        Ran.Vector,
        LaneArithmetic.SumOfRows,
        (x, r) => LaneArithmetic.SumOfRows(x, r),
        n => (Enumerable.Range(0, n).Select(i => Data.Small<double>(5 * n, 100, i + 1)).ToArray(), new double[n]),
        Sizes.Sides);

    private static int[] Divisors(int[] values) => [.. values.Select(v => v is 0 or -1 ? 7 : v)];
}
