using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Int16Kernels"/> against the method as written.</summary>
public sealed class Int16Tests
{
    [Fact]
    public void Add() => Verify.Same(Ran.Vector, Int16Kernels.Add, (x, y, r) => Int16Kernels.Add(x, y, r), Three);

    [Fact]
    public void Polynomial() => Verify.Same(
        Ran.Vector, Int16Kernels.Polynomial, (x, a, b, r) => Int16Kernels.Polynomial(x, a, b, r), n => (Data.Of<short>(n), (short)(-3), (short)100, new short[n]));

    [Fact]
    public void Mix() => Verify.Same(Ran.Vector, Int16Kernels.Mix, (x, y, r) => Int16Kernels.Mix(x, y, r), Three);

    [Fact]
    public void ShiftLeft() => Verify.Same(Ran.Vector, Int16Kernels.ShiftLeft, x => Int16Kernels.ShiftLeft(x), One);

    [Fact]
    public void ShiftRight() => Verify.Same(
        Ran.Parallel, Int16Kernels.ShiftRight, (x, r) => Int16Kernels.ShiftRight(x, r), n => (Data.Of<short>(n), new short[n + 1]));

    [Fact]
    public void Smaller() => Verify.Same(Ran.Vector, Int16Kernels.Smaller, (x, y, r) => Int16Kernels.Smaller(x, y, r), Three);

    [Fact]
    public void ReplaceBelow() => Verify.Same(
        Ran.Vector, Int16Kernels.ReplaceBelow, (x, limit, value) => Int16Kernels.ReplaceBelow(x, limit, value), n => (Data.Of<short>(n), (short)40, short.MaxValue));

    [Fact]
    public void DivideBy() => Verify.Same(
        Ran.Parallel, Int16Kernels.DivideBy, (x, divisor) => Int16Kernels.DivideBy(x, divisor), n => (Data.Of<short>(n), (short)(-3)));

    [Fact]
    public void DivideByZero() => Verify.Same(
        Ran.Anything, Int16Kernels.DivideBy, (x, divisor) => Int16Kernels.DivideBy(x, divisor), n => (Data.Of<short>(n), (short)0), Sizes.Few);

    [Fact]
    public void DivideByMinusOne() => Verify.Same(
        Ran.Anything, Int16Kernels.DivideBy, (x, divisor) => Int16Kernels.DivideBy(x, divisor), n => (Data.Of<short>(n), (short)(-1)), Sizes.Few);

    [Fact]
    public void Sum() => Verify.Same(Ran.Vector, Int16Kernels.Sum, x => Int16Kernels.Sum(x), One);

    [Fact]
    public void Product() => Verify.Same(Ran.Vector, Int16Kernels.Product, x => Int16Kernels.Product(x), One);

    [Fact]
    public void Minimum() => Verify.Same(Ran.Vector, Int16Kernels.Minimum, x => Int16Kernels.Minimum(x), One);

    [Fact]
    public void Largest() => Verify.Same(Ran.Vector, Int16Kernels.Largest, x => Int16Kernels.Largest(x), One);

    [Fact]
    public void AllBits() => Verify.Same(Ran.Vector, Int16Kernels.AllBits, x => Int16Kernels.AllBits(x), One);

    [Fact]
    public void Parity() => Verify.Same(Ran.Vector, Int16Kernels.Parity, x => Int16Kernels.Parity(x), One);

    [Fact]
    public void SumOfProducts() => Verify.Same(
        Ran.Vector, Int16Kernels.SumOfProducts, (x, y) => Int16Kernels.SumOfProducts(x, y), n => (Data.Of<short>(n), Data.Of<short>(n, 2)));

    [Fact]
    public void AnyBits() => Verify.Same(Ran.Vector, Int16Kernels.AnyBits, (x, mask) => Int16Kernels.AnyBits(x, mask), n => (Data.Of<short>(n), (short)0x5A));

    [Fact]
    public void CountBelow() => Verify.Same(
        Ran.Parallel, Int16Kernels.CountBelow, (x, limit) => Int16Kernels.CountBelow(x, limit), n => (Data.Of<short>(n), (short)40));

    private static short[] One(int size) => Data.Of<short>(size);

    private static (short[] X, short[] Y, short[] Result) Three(int size) => (Data.Of<short>(size), Data.Of<short>(size, 2), new short[size]);
}
