using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="NativeIntKernels"/> against the method as written.</summary>
public sealed class NativeIntTests
{
    [Fact]
    public void Add() => Verify.Same(Ran.Vector, NativeIntKernels.Add, (x, y, r) => NativeIntKernels.Add(x, y, r), Three);

    [Fact]
    public void Polynomial() => Verify.Same(
        Ran.Vector, NativeIntKernels.Polynomial, (x, a, b, r) => NativeIntKernels.Polynomial(x, a, b, r), n => (Data.Of<nint>(n), (nint)(-3), (nint)100, new nint[n]));

    [Fact]
    public void Mix() => Verify.Same(Ran.Vector, NativeIntKernels.Mix, (x, y, r) => NativeIntKernels.Mix(x, y, r), Three);

    [Fact]
    public void ShiftLeft() => Verify.Same(Ran.Vector, NativeIntKernels.ShiftLeft, x => NativeIntKernels.ShiftLeft(x), One);

    [Fact]
    public void ShiftRight() => Verify.Same(
        Ran.Vector, NativeIntKernels.ShiftRight, (x, r) => NativeIntKernels.ShiftRight(x, r), n => (Data.Of<nint>(n), new nint[n + 1]));

    [Fact]
    public void Smaller() => Verify.Same(Ran.Vector, NativeIntKernels.Smaller, (x, y, r) => NativeIntKernels.Smaller(x, y, r), Three);

    [Fact]
    public void ReplaceBelow() => Verify.Same(
        Ran.Vector, NativeIntKernels.ReplaceBelow, (x, limit, value) => NativeIntKernels.ReplaceBelow(x, limit, value), n => (Data.Of<nint>(n), (nint)40, nint.MaxValue));

    [Fact]
    public void DivideBy() => Verify.Same(
        Ran.Parallel, NativeIntKernels.DivideBy, (x, divisor) => NativeIntKernels.DivideBy(x, divisor), n => (Data.Of<nint>(n), (nint)(-3)));

    [Fact]
    public void DivideByZero() => Verify.Same(
        Ran.Anything, NativeIntKernels.DivideBy, (x, divisor) => NativeIntKernels.DivideBy(x, divisor), n => (Data.Of<nint>(n), (nint)0), Sizes.Few);

    [Fact]
    public void DivideByMinusOne() => Verify.Same(
        Ran.Anything, NativeIntKernels.DivideBy, (x, divisor) => NativeIntKernels.DivideBy(x, divisor), n => (Data.Of<nint>(n), (nint)(-1)), Sizes.Few);

    [Fact]
    public void Sum() => Verify.Same(Ran.Vector, NativeIntKernels.Sum, x => NativeIntKernels.Sum(x), One);

    [Fact]
    public void Product() => Verify.Same(Ran.Vector, NativeIntKernels.Product, x => NativeIntKernels.Product(x), One);

    [Fact]
    public void Minimum() => Verify.Same(Ran.Vector, NativeIntKernels.Minimum, x => NativeIntKernels.Minimum(x), One);

    [Fact]
    public void Largest() => Verify.Same(Ran.Vector, NativeIntKernels.Largest, x => NativeIntKernels.Largest(x), One);

    [Fact]
    public void AllBits() => Verify.Same(Ran.Vector, NativeIntKernels.AllBits, x => NativeIntKernels.AllBits(x), One);

    [Fact]
    public void Parity() => Verify.Same(Ran.Vector, NativeIntKernels.Parity, x => NativeIntKernels.Parity(x), One);

    [Fact]
    public void SumOfProducts() => Verify.Same(
        Ran.Vector, NativeIntKernels.SumOfProducts, (x, y) => NativeIntKernels.SumOfProducts(x, y), n => (Data.Of<nint>(n), Data.Of<nint>(n, 2)));

    [Fact]
    public void AnyBits() => Verify.Same(Ran.Vector, NativeIntKernels.AnyBits, (x, mask) => NativeIntKernels.AnyBits(x, mask), n => (Data.Of<nint>(n), (nint)0x5A));

    [Fact]
    public void CountBelow() => Verify.Same(
        Ran.Parallel, NativeIntKernels.CountBelow, (x, limit) => NativeIntKernels.CountBelow(x, limit), n => (Data.Of<nint>(n), (nint)40));

    private static nint[] One(int size) => Data.Of<nint>(size);

    private static (nint[] X, nint[] Y, nint[] Result) Three(int size) => (Data.Of<nint>(size), Data.Of<nint>(size, 2), new nint[size]);
}
