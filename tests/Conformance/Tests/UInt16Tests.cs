using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="UInt16Kernels"/> against the method as written.</summary>
public sealed class UInt16Tests
{
    [Fact]
    public void Add() => Verify.Same(Ran.Vector, UInt16Kernels.Add, (x, y, r) => UInt16Kernels.Add(x, y, r), Three);

    [Fact]
    public void Polynomial() => Verify.Same(
        Ran.Vector, UInt16Kernels.Polynomial, (x, a, b, r) => UInt16Kernels.Polynomial(x, a, b, r), n => (Data.Of<ushort>(n), (ushort)3, (ushort)100, new ushort[n]));

    [Fact]
    public void Mix() => Verify.Same(Ran.Vector, UInt16Kernels.Mix, (x, y, r) => UInt16Kernels.Mix(x, y, r), Three);

    [Fact]
    public void ShiftLeft() => Verify.Same(Ran.Vector, UInt16Kernels.ShiftLeft, x => UInt16Kernels.ShiftLeft(x), One);

    [Fact]
    public void ShiftRight() => Verify.Same(
        Ran.Parallel, UInt16Kernels.ShiftRight, (x, r) => UInt16Kernels.ShiftRight(x, r), n => (Data.Of<ushort>(n), new ushort[n + 1]));

    [Fact]
    public void Smaller() => Verify.Same(Ran.Vector, UInt16Kernels.Smaller, (x, y, r) => UInt16Kernels.Smaller(x, y, r), Three);

    [Fact]
    public void ReplaceBelow() => Verify.Same(
        Ran.Vector, UInt16Kernels.ReplaceBelow, (x, limit, value) => UInt16Kernels.ReplaceBelow(x, limit, value), n => (Data.Of<ushort>(n), (ushort)40, ushort.MaxValue));

    [Fact]
    public void DivideBy() => Verify.Same(
        Ran.Parallel, UInt16Kernels.DivideBy, (x, divisor) => UInt16Kernels.DivideBy(x, divisor), n => (Data.Of<ushort>(n), (ushort)3));

    [Fact]
    public void DivideByZero() => Verify.Same(
        Ran.Anything, UInt16Kernels.DivideBy, (x, divisor) => UInt16Kernels.DivideBy(x, divisor), n => (Data.Of<ushort>(n), (ushort)0), Sizes.Few);

    [Fact]
    public void Sum() => Verify.Same(Ran.Vector, UInt16Kernels.Sum, x => UInt16Kernels.Sum(x), One);

    [Fact]
    public void Product() => Verify.Same(Ran.Vector, UInt16Kernels.Product, x => UInt16Kernels.Product(x), One);

    [Fact]
    public void Minimum() => Verify.Same(Ran.Vector, UInt16Kernels.Minimum, x => UInt16Kernels.Minimum(x), One);

    [Fact]
    public void Largest() => Verify.Same(Ran.Vector, UInt16Kernels.Largest, x => UInt16Kernels.Largest(x), One);

    [Fact]
    public void AllBits() => Verify.Same(Ran.Vector, UInt16Kernels.AllBits, x => UInt16Kernels.AllBits(x), One);

    [Fact]
    public void Parity() => Verify.Same(Ran.Vector, UInt16Kernels.Parity, x => UInt16Kernels.Parity(x), One);

    [Fact]
    public void SumOfProducts() => Verify.Same(
        Ran.Vector, UInt16Kernels.SumOfProducts, (x, y) => UInt16Kernels.SumOfProducts(x, y), n => (Data.Of<ushort>(n), Data.Of<ushort>(n, 2)));

    [Fact]
    public void AnyBits() => Verify.Same(Ran.Vector, UInt16Kernels.AnyBits, (x, mask) => UInt16Kernels.AnyBits(x, mask), n => (Data.Of<ushort>(n), (ushort)0x5A));

    [Fact]
    public void CountBelow() => Verify.Same(
        Ran.Parallel, UInt16Kernels.CountBelow, (x, limit) => UInt16Kernels.CountBelow(x, limit), n => (Data.Of<ushort>(n), (ushort)40));

    private static ushort[] One(int size) => Data.Of<ushort>(size);

    private static (ushort[] X, ushort[] Y, ushort[] Result) Three(int size) => (Data.Of<ushort>(size), Data.Of<ushort>(size, 2), new ushort[size]);
}
