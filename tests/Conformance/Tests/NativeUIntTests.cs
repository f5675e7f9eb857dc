using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="NativeUIntKernels"/> against the method as written.</summary>
public sealed class NativeUIntTests
{
    [Fact]
    public void Add() => Verify.Same(Ran.Vector, NativeUIntKernels.Add, (x, y, r) => NativeUIntKernels.Add(x, y, r), Three);

    [Fact]
    public void Polynomial() => Verify.Same(
        Ran.Vector, NativeUIntKernels.Polynomial, (x, a, b, r) => NativeUIntKernels.Polynomial(x, a, b, r), n => (Data.Of<nuint>(n), (nuint)3, (nuint)100, new nuint[n]));

    [Fact]
    public void Mix() => Verify.Same(Ran.Vector, NativeUIntKernels.Mix, (x, y, r) => NativeUIntKernels.Mix(x, y, r), Three);

    [Fact]
    public void ShiftLeft() => Verify.Same(Ran.Vector, NativeUIntKernels.ShiftLeft, x => NativeUIntKernels.ShiftLeft(x), One);

    [Fact]
    public void ShiftRight() => Verify.Same(
        Ran.Vector, NativeUIntKernels.ShiftRight, (x, r) => NativeUIntKernels.ShiftRight(x, r), n => (Data.Of<nuint>(n), new nuint[n + 1]));

    [Fact]
    public void Smaller() => Verify.Same(Ran.Vector, NativeUIntKernels.Smaller, (x, y, r) => NativeUIntKernels.Smaller(x, y, r), Three);

    [Fact]
    public void ReplaceBelow() => Verify.Same(
        Ran.Vector, NativeUIntKernels.ReplaceBelow, (x, limit, value) => NativeUIntKernels.ReplaceBelow(x, limit, value), n => (Data.Of<nuint>(n), (nuint)40, nuint.MaxValue));

    [Fact]
    public void DivideBy() => Verify.Same(
        Ran.Parallel, NativeUIntKernels.DivideBy, (x, divisor) => NativeUIntKernels.DivideBy(x, divisor), n => (Data.Of<nuint>(n), (nuint)3));

    [Fact]
    public void DivideByZero() => Verify.Same(
        Ran.Anything, NativeUIntKernels.DivideBy, (x, divisor) => NativeUIntKernels.DivideBy(x, divisor), n => (Data.Of<nuint>(n), (nuint)0), Sizes.Few);

    [Fact]
    public void Sum() => Verify.Same(Ran.Vector, NativeUIntKernels.Sum, x => NativeUIntKernels.Sum(x), One);

    [Fact]
    public void Product() => Verify.Same(Ran.Vector, NativeUIntKernels.Product, x => NativeUIntKernels.Product(x), One);

    [Fact]
    public void Minimum() => Verify.Same(Ran.Vector, NativeUIntKernels.Minimum, x => NativeUIntKernels.Minimum(x), One);

    [Fact]
    public void Largest() => Verify.Same(Ran.Vector, NativeUIntKernels.Largest, x => NativeUIntKernels.Largest(x), One);

    [Fact]
    public void AllBits() => Verify.Same(Ran.Vector, NativeUIntKernels.AllBits, x => NativeUIntKernels.AllBits(x), One);

    [Fact]
    public void Parity() => Verify.Same(Ran.Vector, NativeUIntKernels.Parity, x => NativeUIntKernels.Parity(x), One);

    [Fact]
    public void SumOfProducts() => Verify.Same(
        Ran.Vector, NativeUIntKernels.SumOfProducts, (x, y) => NativeUIntKernels.SumOfProducts(x, y), n => (Data.Of<nuint>(n), Data.Of<nuint>(n, 2)));

    [Fact]
    public void AnyBits() => Verify.Same(Ran.Vector, NativeUIntKernels.AnyBits, (x, mask) => NativeUIntKernels.AnyBits(x, mask), n => (Data.Of<nuint>(n), (nuint)0x5A));

    [Fact]
    public void CountBelow() => Verify.Same(
        Ran.Parallel, NativeUIntKernels.CountBelow, (x, limit) => NativeUIntKernels.CountBelow(x, limit), n => (Data.Of<nuint>(n), (nuint)40));

    private static nuint[] One(int size) => Data.Of<nuint>(size);

    private static (nuint[] X, nuint[] Y, nuint[] Result) Three(int size) => (Data.Of<nuint>(size), Data.Of<nuint>(size, 2), new nuint[size]);
}
