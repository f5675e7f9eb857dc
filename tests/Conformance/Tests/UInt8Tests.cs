using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="UInt8Kernels"/> against the method as written.</summary>
public sealed class UInt8Tests
{
    [Fact]
    public void Add() => Verify.Same(Ran.Vector, UInt8Kernels.Add, (x, y, r) => UInt8Kernels.Add(x, y, r), Three);

    [Fact]
    public void Polynomial() => Verify.Same(
        Ran.Vector, UInt8Kernels.Polynomial, (x, a, b, r) => UInt8Kernels.Polynomial(x, a, b, r), n => (Data.Of<byte>(n), (byte)3, (byte)100, new byte[n]));

    [Fact]
    public void Mix() => Verify.Same(Ran.Vector, UInt8Kernels.Mix, (x, y, r) => UInt8Kernels.Mix(x, y, r), Three);

    [Fact]
    public void ShiftLeft() => Verify.Same(Ran.Vector, UInt8Kernels.ShiftLeft, x => UInt8Kernels.ShiftLeft(x), One);

    [Fact]
    public void ShiftRight() => Verify.Same(
        Ran.Parallel, UInt8Kernels.ShiftRight, (x, r) => UInt8Kernels.ShiftRight(x, r), n => (Data.Of<byte>(n), new byte[n + 1]));

    [Fact]
    public void Smaller() => Verify.Same(Ran.Vector, UInt8Kernels.Smaller, (x, y, r) => UInt8Kernels.Smaller(x, y, r), Three);

    [Fact]
    public void ReplaceBelow() => Verify.Same(
        Ran.Vector, UInt8Kernels.ReplaceBelow, (x, limit, value) => UInt8Kernels.ReplaceBelow(x, limit, value), n => (Data.Of<byte>(n), (byte)40, byte.MaxValue));

    [Fact]
    public void DivideBy() => Verify.Same(
        Ran.Parallel, UInt8Kernels.DivideBy, (x, divisor) => UInt8Kernels.DivideBy(x, divisor), n => (Data.Of<byte>(n), (byte)3));

    [Fact]
    public void DivideByZero() => Verify.Same(
        Ran.Anything, UInt8Kernels.DivideBy, (x, divisor) => UInt8Kernels.DivideBy(x, divisor), n => (Data.Of<byte>(n), (byte)0), Sizes.Few);

    [Fact]
    public void Sum() => Verify.Same(Ran.Vector, UInt8Kernels.Sum, x => UInt8Kernels.Sum(x), One, Sizes.Large);

    [Fact]
    public void Product() => Verify.Same(Ran.Vector, UInt8Kernels.Product, x => UInt8Kernels.Product(x), One);

    [Fact]
    public void Minimum() => Verify.Same(Ran.Vector, UInt8Kernels.Minimum, x => UInt8Kernels.Minimum(x), One);

    [Fact]
    public void Largest() => Verify.Same(Ran.Vector, UInt8Kernels.Largest, x => UInt8Kernels.Largest(x), One);

    [Fact]
    public void AllBits() => Verify.Same(Ran.Vector, UInt8Kernels.AllBits, x => UInt8Kernels.AllBits(x), One);

    [Fact]
    public void Parity() => Verify.Same(Ran.Vector, UInt8Kernels.Parity, x => UInt8Kernels.Parity(x), One);

    [Fact]
    public void SumOfProducts() => Verify.Same(
        Ran.Vector, UInt8Kernels.SumOfProducts, (x, y) => UInt8Kernels.SumOfProducts(x, y), n => (Data.Of<byte>(n), Data.Of<byte>(n, 2)));

    [Fact]
    public void AnyBits() => Verify.Same(Ran.Vector, UInt8Kernels.AnyBits, (x, mask) => UInt8Kernels.AnyBits(x, mask), n => (Data.Of<byte>(n), (byte)0x5A));

    [Fact]
    public void CountBelow() => Verify.Same(
        Ran.Parallel, UInt8Kernels.CountBelow, (x, limit) => UInt8Kernels.CountBelow(x, limit), n => (Data.Of<byte>(n), (byte)40));

    private static byte[] One(int size) => Data.Of<byte>(size);

    private static (byte[] X, byte[] Y, byte[] Result) Three(int size) => (Data.Of<byte>(size), Data.Of<byte>(size, 2), new byte[size]);
}
