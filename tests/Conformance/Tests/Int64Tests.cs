using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Int64Kernels"/> against the method as written.</summary>
public sealed class Int64Tests
{
    [Fact]
    public void Add() => Verify.Same(Ran.Vector, Int64Kernels.Add, (x, y, r) => Int64Kernels.Add(x, y, r), Three);

    [Fact]
    public void Polynomial() => Verify.Same(
        Ran.Vector, Int64Kernels.Polynomial, (x, a, b, r) => Int64Kernels.Polynomial(x, a, b, r), n => (Data.Of<long>(n), (long)(-3), (long)100, new long[n]));

    [Fact]
    public void Mix() => Verify.Same(Ran.Vector, Int64Kernels.Mix, (x, y, r) => Int64Kernels.Mix(x, y, r), Three);

    [Fact]
    public void ShiftLeft() => Verify.Same(Ran.Vector, Int64Kernels.ShiftLeft, x => Int64Kernels.ShiftLeft(x), One);

    [Fact]
    public void ShiftRight() => Verify.Same(
        Ran.Vector, Int64Kernels.ShiftRight, (x, r) => Int64Kernels.ShiftRight(x, r), n => (Data.Of<long>(n), new long[n + 1]));

    [Fact]
    public void Smaller() => Verify.Same(Ran.Vector, Int64Kernels.Smaller, (x, y, r) => Int64Kernels.Smaller(x, y, r), Three);

    [Fact]
    public void ReplaceBelow() => Verify.Same(
        Ran.Vector, Int64Kernels.ReplaceBelow, (x, limit, value) => Int64Kernels.ReplaceBelow(x, limit, value), n => (Data.Of<long>(n), (long)40, long.MaxValue));

    [Fact]
    public void DivideBy() => Verify.Same(
        Ran.Parallel, Int64Kernels.DivideBy, (x, divisor) => Int64Kernels.DivideBy(x, divisor), n => (Data.Of<long>(n), (long)(-3)));

    [Fact]
    public void DivideByZero() => Verify.Same(
        Ran.Anything, Int64Kernels.DivideBy, (x, divisor) => Int64Kernels.DivideBy(x, divisor), n => (Data.Of<long>(n), (long)0), Sizes.Few);

    [Fact]
    public void DivideByMinusOne() => Verify.Same(
        Ran.Anything, Int64Kernels.DivideBy, (x, divisor) => Int64Kernels.DivideBy(x, divisor), n => (Data.Of<long>(n), (long)(-1)), Sizes.Few);

    [Fact]
    public void Sum() => Verify.Same(Ran.Vector, Int64Kernels.Sum, x => Int64Kernels.Sum(x), One);

    [Fact]
    public void Product() => Verify.Same(Ran.Vector, Int64Kernels.Product, x => Int64Kernels.Product(x), One);

    [Fact]
    public void Minimum() => Verify.Same(Ran.Vector, Int64Kernels.Minimum, x => Int64Kernels.Minimum(x), One);

    [Fact]
    public void Largest() => Verify.Same(Ran.Vector, Int64Kernels.Largest, x => Int64Kernels.Largest(x), One);

    [Fact]
    public void AllBits() => Verify.Same(Ran.Vector, Int64Kernels.AllBits, x => Int64Kernels.AllBits(x), One);

    [Fact]
    public void Parity() => Verify.Same(Ran.Vector, Int64Kernels.Parity, x => Int64Kernels.Parity(x), One);

    [Fact]
    public void SumOfProducts() => Verify.Same(
        Ran.Vector, Int64Kernels.SumOfProducts, (x, y) => Int64Kernels.SumOfProducts(x, y), n => (Data.Of<long>(n), Data.Of<long>(n, 2)));

    [Fact]
    public void AnyBits() => Verify.Same(Ran.Vector, Int64Kernels.AnyBits, (x, mask) => Int64Kernels.AnyBits(x, mask), n => (Data.Of<long>(n), (long)0x5A));

    [Fact]
    public void CountBelow() => Verify.Same(
        Ran.Parallel, Int64Kernels.CountBelow, (x, limit) => Int64Kernels.CountBelow(x, limit), n => (Data.Of<long>(n), (long)40));

    private static long[] One(int size) => Data.Of<long>(size);

    private static (long[] X, long[] Y, long[] Result) Three(int size) => (Data.Of<long>(size), Data.Of<long>(size, 2), new long[size]);
}
