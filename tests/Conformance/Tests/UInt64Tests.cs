using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="UInt64Kernels"/> against the method as written.</summary>
public sealed class UInt64Tests
{
    [Fact]
    public void Add() => Verify.Same(Ran.Vector, UInt64Kernels.Add, (x, y, r) => UInt64Kernels.Add(x, y, r), Three);

    [Fact]
    public void Polynomial() => Verify.Same(
        Ran.Vector, UInt64Kernels.Polynomial, (x, a, b, r) => UInt64Kernels.Polynomial(x, a, b, r), n => (Data.Of<ulong>(n), (ulong)3, (ulong)100, new ulong[n]));

    [Fact]
    public void Mix() => Verify.Same(Ran.Vector, UInt64Kernels.Mix, (x, y, r) => UInt64Kernels.Mix(x, y, r), Three);

    [Fact]
    public void ShiftLeft() => Verify.Same(Ran.Vector, UInt64Kernels.ShiftLeft, x => UInt64Kernels.ShiftLeft(x), One);

    [Fact]
    public void ShiftRight() => Verify.Same(
        Ran.Vector, UInt64Kernels.ShiftRight, (x, r) => UInt64Kernels.ShiftRight(x, r), n => (Data.Of<ulong>(n), new ulong[n + 1]));

    [Fact]
    public void Smaller() => Verify.Same(Ran.Vector, UInt64Kernels.Smaller, (x, y, r) => UInt64Kernels.Smaller(x, y, r), Three);

    [Fact]
    public void ReplaceBelow() => Verify.Same(
        Ran.Vector, UInt64Kernels.ReplaceBelow, (x, limit, value) => UInt64Kernels.ReplaceBelow(x, limit, value), n => (Data.Of<ulong>(n), (ulong)40, ulong.MaxValue));

    [Fact]
    public void DivideBy() => Verify.Same(
        Ran.Parallel, UInt64Kernels.DivideBy, (x, divisor) => UInt64Kernels.DivideBy(x, divisor), n => (Data.Of<ulong>(n), (ulong)3));

    [Fact]
    public void DivideByZero() => Verify.Same(
        Ran.Anything, UInt64Kernels.DivideBy, (x, divisor) => UInt64Kernels.DivideBy(x, divisor), n => (Data.Of<ulong>(n), (ulong)0), Sizes.Few);

    [Fact]
    public void Sum() => Verify.Same(Ran.Vector, UInt64Kernels.Sum, x => UInt64Kernels.Sum(x), One, Sizes.Large);

    [Fact]
    public void Product() => Verify.Same(Ran.Vector, UInt64Kernels.Product, x => UInt64Kernels.Product(x), One);

    [Fact]
    public void Minimum() => Verify.Same(Ran.Vector, UInt64Kernels.Minimum, x => UInt64Kernels.Minimum(x), One);

    [Fact]
    public void Largest() => Verify.Same(Ran.Vector, UInt64Kernels.Largest, x => UInt64Kernels.Largest(x), One);

    [Fact]
    public void AllBits() => Verify.Same(Ran.Vector, UInt64Kernels.AllBits, x => UInt64Kernels.AllBits(x), One);

    [Fact]
    public void Parity() => Verify.Same(Ran.Vector, UInt64Kernels.Parity, x => UInt64Kernels.Parity(x), One);

    [Fact]
    public void SumOfProducts() => Verify.Same(
        Ran.Vector, UInt64Kernels.SumOfProducts, (x, y) => UInt64Kernels.SumOfProducts(x, y), n => (Data.Of<ulong>(n), Data.Of<ulong>(n, 2)));

    [Fact]
    public void AnyBits() => Verify.Same(Ran.Vector, UInt64Kernels.AnyBits, (x, mask) => UInt64Kernels.AnyBits(x, mask), n => (Data.Of<ulong>(n), (ulong)0x5A));

    [Fact]
    public void CountBelow() => Verify.Same(
        Ran.Parallel, UInt64Kernels.CountBelow, (x, limit) => UInt64Kernels.CountBelow(x, limit), n => (Data.Of<ulong>(n), (ulong)40));

    private static ulong[] One(int size) => Data.Of<ulong>(size);

    private static (ulong[] X, ulong[] Y, ulong[] Result) Three(int size) => (Data.Of<ulong>(size), Data.Of<ulong>(size, 2), new ulong[size]);
}
