using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Int8Kernels"/> against the method as written.</summary>
public sealed class Int8Tests
{
    [Fact]
    public void Add() => Verify.Same(Ran.Vector, Int8Kernels.Add, (x, y, r) => Int8Kernels.Add(x, y, r), Three);

    [Fact]
    public void Polynomial() => Verify.Same(
        Ran.Vector, Int8Kernels.Polynomial, (x, a, b, r) => Int8Kernels.Polynomial(x, a, b, r), n => (Data.Of<sbyte>(n), (sbyte)(-3), (sbyte)100, new sbyte[n]));

    [Fact]
    public void Mix() => Verify.Same(Ran.Vector, Int8Kernels.Mix, (x, y, r) => Int8Kernels.Mix(x, y, r), Three);

    [Fact]
    public void ShiftLeft() => Verify.Same(Ran.Vector, Int8Kernels.ShiftLeft, x => Int8Kernels.ShiftLeft(x), One);

    [Fact]
    public void ShiftRight() => Verify.Same(
        Ran.Parallel, Int8Kernels.ShiftRight, (x, r) => Int8Kernels.ShiftRight(x, r), n => (Data.Of<sbyte>(n), new sbyte[n + 1]));

    [Fact]
    public void Smaller() => Verify.Same(Ran.Vector, Int8Kernels.Smaller, (x, y, r) => Int8Kernels.Smaller(x, y, r), Three);

    [Fact]
    public void ReplaceBelow() => Verify.Same(
        Ran.Vector, Int8Kernels.ReplaceBelow, (x, limit, value) => Int8Kernels.ReplaceBelow(x, limit, value), n => (Data.Of<sbyte>(n), (sbyte)40, sbyte.MaxValue));

    [Fact]
    public void DivideBy() => Verify.Same(
        Ran.Parallel, Int8Kernels.DivideBy, (x, divisor) => Int8Kernels.DivideBy(x, divisor), n => (Data.Of<sbyte>(n), (sbyte)(-3)));

    [Fact]
    public void DivideByZero() => Verify.Same(
        Ran.Anything, Int8Kernels.DivideBy, (x, divisor) => Int8Kernels.DivideBy(x, divisor), n => (Data.Of<sbyte>(n), (sbyte)0), Sizes.Few);

    [Fact]
    public void DivideByMinusOne() => Verify.Same(
        Ran.Anything, Int8Kernels.DivideBy, (x, divisor) => Int8Kernels.DivideBy(x, divisor), n => (Data.Of<sbyte>(n), (sbyte)(-1)), Sizes.Few);

    [Fact]
    public void Sum() => Verify.Same(Ran.Vector, Int8Kernels.Sum, x => Int8Kernels.Sum(x), One);

    [Fact]
    public void Product() => Verify.Same(Ran.Vector, Int8Kernels.Product, x => Int8Kernels.Product(x), One);

    [Fact]
    public void Minimum() => Verify.Same(Ran.Vector, Int8Kernels.Minimum, x => Int8Kernels.Minimum(x), One);

    [Fact]
    public void Largest() => Verify.Same(Ran.Vector, Int8Kernels.Largest, x => Int8Kernels.Largest(x), One);

    [Fact]
    public void AllBits() => Verify.Same(Ran.Vector, Int8Kernels.AllBits, x => Int8Kernels.AllBits(x), One);

    [Fact]
    public void Parity() => Verify.Same(Ran.Vector, Int8Kernels.Parity, x => Int8Kernels.Parity(x), One);

    [Fact]
    public void SumOfProducts() => Verify.Same(
        Ran.Vector, Int8Kernels.SumOfProducts, (x, y) => Int8Kernels.SumOfProducts(x, y), n => (Data.Of<sbyte>(n), Data.Of<sbyte>(n, 2)));

    [Fact]
    public void AnyBits() => Verify.Same(Ran.Vector, Int8Kernels.AnyBits, (x, mask) => Int8Kernels.AnyBits(x, mask), n => (Data.Of<sbyte>(n), (sbyte)0x5A));

    [Fact]
    public void CountBelow() => Verify.Same(
        Ran.Parallel, Int8Kernels.CountBelow, (x, limit) => Int8Kernels.CountBelow(x, limit), n => (Data.Of<sbyte>(n), (sbyte)40));

    private static sbyte[] One(int size) => Data.Of<sbyte>(size);

    private static (sbyte[] X, sbyte[] Y, sbyte[] Result) Three(int size) => (Data.Of<sbyte>(size), Data.Of<sbyte>(size, 2), new sbyte[size]);
}
