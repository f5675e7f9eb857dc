using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Int32Kernels"/> against the method as written.</summary>
public sealed class Int32Tests
{
    [Fact]
    public void Add() => Verify.Same(Ran.Vector, Int32Kernels.Add, (x, y, r) => Int32Kernels.Add(x, y, r), Three);

    [Fact]
    public void Polynomial() => Verify.Same(
        Ran.Vector, Int32Kernels.Polynomial, (x, a, b, r) => Int32Kernels.Polynomial(x, a, b, r), n => (Data.Of<int>(n), (int)(-3), (int)100, new int[n]));

    [Fact]
    public void Mix() => Verify.Same(Ran.Vector, Int32Kernels.Mix, (x, y, r) => Int32Kernels.Mix(x, y, r), Three);

    [Fact]
    public void ShiftLeft() => Verify.Same(Ran.Vector, Int32Kernels.ShiftLeft, x => Int32Kernels.ShiftLeft(x), One);

    [Fact]
    public void ShiftRight() => Verify.Same(
        Ran.Vector, Int32Kernels.ShiftRight, (x, r) => Int32Kernels.ShiftRight(x, r), n => (Data.Of<int>(n), new int[n + 1]));

    [Fact]
    public void Smaller() => Verify.Same(Ran.Vector, Int32Kernels.Smaller, (x, y, r) => Int32Kernels.Smaller(x, y, r), Three);

    [Fact]
    public void ReplaceBelow() => Verify.Same(
        Ran.Vector, Int32Kernels.ReplaceBelow, (x, limit, value) => Int32Kernels.ReplaceBelow(x, limit, value), n => (Data.Of<int>(n), (int)40, int.MaxValue));

    [Fact]
    public void DivideBy() => Verify.Same(
        Ran.Parallel, Int32Kernels.DivideBy, (x, divisor) => Int32Kernels.DivideBy(x, divisor), n => (Data.Of<int>(n), (int)(-3)));

    [Fact]
    public void DivideByZero() => Verify.Same(
        Ran.Anything, Int32Kernels.DivideBy, (x, divisor) => Int32Kernels.DivideBy(x, divisor), n => (Data.Of<int>(n), (int)0), Sizes.Few);

    [Fact]
    public void DivideByMinusOne() => Verify.Same(
        Ran.Anything, Int32Kernels.DivideBy, (x, divisor) => Int32Kernels.DivideBy(x, divisor), n => (Data.Of<int>(n), (int)(-1)), Sizes.Few);

    [Fact]
    public void Sum() => Verify.Same(Ran.Vector, Int32Kernels.Sum, x => Int32Kernels.Sum(x), One, Sizes.Large);

    [Fact]
    public void Product() => Verify.Same(Ran.Vector, Int32Kernels.Product, x => Int32Kernels.Product(x), One);

    [Fact]
    public void Minimum() => Verify.Same(Ran.Vector, Int32Kernels.Minimum, x => Int32Kernels.Minimum(x), One);

    [Fact]
    public void Largest() => Verify.Same(Ran.Vector, Int32Kernels.Largest, x => Int32Kernels.Largest(x), One);

    [Fact]
    public void AllBits() => Verify.Same(Ran.Vector, Int32Kernels.AllBits, x => Int32Kernels.AllBits(x), One);

    [Fact]
    public void Parity() => Verify.Same(Ran.Vector, Int32Kernels.Parity, x => Int32Kernels.Parity(x), One);

    [Fact]
    public void SumOfProducts() => Verify.Same(
        Ran.Vector, Int32Kernels.SumOfProducts, (x, y) => Int32Kernels.SumOfProducts(x, y), n => (Data.Of<int>(n), Data.Of<int>(n, 2)));

    [Fact]
    public void AnyBits() => Verify.Same(Ran.Vector, Int32Kernels.AnyBits, (x, mask) => Int32Kernels.AnyBits(x, mask), n => (Data.Of<int>(n), (int)0x5A));

    [Fact]
    public void CountBelow() => Verify.Same(
        Ran.Vector, Int32Kernels.CountBelow, (x, limit) => Int32Kernels.CountBelow(x, limit), n => (Data.Of<int>(n), (int)40));

    private static int[] One(int size) => Data.Of<int>(size);

    private static (int[] X, int[] Y, int[] Result) Three(int size) => (Data.Of<int>(size), Data.Of<int>(size, 2), new int[size]);
}
