using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="UInt32Kernels"/> against the method as written.</summary>
public sealed class UInt32Tests
{
    [Fact]
    public void Add() => Verify.Same(Ran.Vector, UInt32Kernels.Add, (x, y, r) => UInt32Kernels.Add(x, y, r), Three);

    [Fact]
    public void Polynomial() => Verify.Same(
        Ran.Vector, UInt32Kernels.Polynomial, (x, a, b, r) => UInt32Kernels.Polynomial(x, a, b, r), n => (Data.Of<uint>(n), (uint)3, (uint)100, new uint[n]));

    [Fact]
    public void Mix() => Verify.Same(Ran.Vector, UInt32Kernels.Mix, (x, y, r) => UInt32Kernels.Mix(x, y, r), Three);

    [Fact]
    public void ShiftLeft() => Verify.Same(Ran.Vector, UInt32Kernels.ShiftLeft, x => UInt32Kernels.ShiftLeft(x), One);

    [Fact]
    public void ShiftRight() => Verify.Same(
        Ran.Vector, UInt32Kernels.ShiftRight, (x, r) => UInt32Kernels.ShiftRight(x, r), n => (Data.Of<uint>(n), new uint[n + 1]));

    [Fact]
    public void Smaller() => Verify.Same(Ran.Vector, UInt32Kernels.Smaller, (x, y, r) => UInt32Kernels.Smaller(x, y, r), Three);

    [Fact]
    public void ReplaceBelow() => Verify.Same(
        Ran.Vector, UInt32Kernels.ReplaceBelow, (x, limit, value) => UInt32Kernels.ReplaceBelow(x, limit, value), n => (Data.Of<uint>(n), (uint)40, uint.MaxValue));

    [Fact]
    public void DivideBy() => Verify.Same(
        Ran.Parallel, UInt32Kernels.DivideBy, (x, divisor) => UInt32Kernels.DivideBy(x, divisor), n => (Data.Of<uint>(n), (uint)3));

    [Fact]
    public void DivideByZero() => Verify.Same(
        Ran.Anything, UInt32Kernels.DivideBy, (x, divisor) => UInt32Kernels.DivideBy(x, divisor), n => (Data.Of<uint>(n), (uint)0), Sizes.Few);

    [Fact]
    public void Sum() => Verify.Same(Ran.Vector, UInt32Kernels.Sum, x => UInt32Kernels.Sum(x), One);

    [Fact]
    public void Product() => Verify.Same(Ran.Vector, UInt32Kernels.Product, x => UInt32Kernels.Product(x), One);

    [Fact]
    public void Minimum() => Verify.Same(Ran.Vector, UInt32Kernels.Minimum, x => UInt32Kernels.Minimum(x), One);

    [Fact]
    public void Largest() => Verify.Same(Ran.Vector, UInt32Kernels.Largest, x => UInt32Kernels.Largest(x), One);

    [Fact]
    public void AllBits() => Verify.Same(Ran.Vector, UInt32Kernels.AllBits, x => UInt32Kernels.AllBits(x), One);

    [Fact]
    public void Parity() => Verify.Same(Ran.Vector, UInt32Kernels.Parity, x => UInt32Kernels.Parity(x), One);

    [Fact]
    public void SumOfProducts() => Verify.Same(
        Ran.Vector, UInt32Kernels.SumOfProducts, (x, y) => UInt32Kernels.SumOfProducts(x, y), n => (Data.Of<uint>(n), Data.Of<uint>(n, 2)));

    [Fact]
    public void AnyBits() => Verify.Same(Ran.Vector, UInt32Kernels.AnyBits, (x, mask) => UInt32Kernels.AnyBits(x, mask), n => (Data.Of<uint>(n), (uint)0x5A));

    [Fact]
    public void CountBelow() => Verify.Same(
        Ran.Vector, UInt32Kernels.CountBelow, (x, limit) => UInt32Kernels.CountBelow(x, limit), n => (Data.Of<uint>(n), (uint)40));

    private static uint[] One(int size) => Data.Of<uint>(size);

    private static (uint[] X, uint[] Y, uint[] Result) Three(int size) => (Data.Of<uint>(size), Data.Of<uint>(size, 2), new uint[size]);
}
