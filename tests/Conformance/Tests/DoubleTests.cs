using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="DoubleKernels"/> against the method as written, special values included.</summary>
public sealed class DoubleTests
{
    [Fact]
    public void Axpy() => Verify.Same(
        Ran.Vector, DoubleKernels.Axpy, (a, x, y) => DoubleKernels.Axpy(a, x, y), n => (1.7, Data.Of<double>(n), Data.Of<double>(n, 2)), Sizes.Large);

    [Fact]
    public void AxpyOfNothing() => Verify.Same(
        Ran.Vector, DoubleKernels.Axpy, (a, x, y) => DoubleKernels.Axpy(a, x, y), n => ((double)(-0.0), Data.Of<double>(n), Data.Of<double>(n, 2)));

    [Fact]
    public void Horner() => Verify.Same(Ran.Vector, DoubleKernels.Horner, (x, r) => DoubleKernels.Horner(x, r), Two);

    [Fact]
    public void Divide() => Verify.Same(Ran.Vector, DoubleKernels.Divide, (x, y, r) => DoubleKernels.Divide(x, y, r), Three);

    [Fact]
    public void Negate() => Verify.Same(Ran.Vector, DoubleKernels.Negate, x => DoubleKernels.Negate(x), One);

    [Fact]
    public void SubtractFromZero() => Verify.Same(Ran.Vector, DoubleKernels.SubtractFromZero, x => DoubleKernels.SubtractFromZero(x), One);

    [Fact]
    public void Length() => Verify.Same(Ran.Vector, DoubleKernels.Length, (x, y, r) => DoubleKernels.Length(x, y, r), Three);

    [Fact]
    public void Lerp() => Verify.Same(
        Ran.Vector, DoubleKernels.Lerp, (x, y, t, r) => DoubleKernels.Lerp(x, y, t, r), n => (Data.Of<double>(n), Data.Of<double>(n, 2), 0.3, new double[n]));

    [Fact]
    public void Relu() => Verify.Same(Ran.Vector, DoubleKernels.Relu, x => DoubleKernels.Relu(x), One);

    [Fact]
    public void ClampByHand() => Verify.Same(
        Ran.Vector, DoubleKernels.ClampByHand, (x, low, high) => DoubleKernels.ClampByHand(x, low, high), n => (Data.Of<double>(n), -1.0, 3.0));

    [Fact]
    public void Classify() => Verify.Same(Ran.Vector, DoubleKernels.Classify, (x, r) => DoubleKernels.Classify(x, r), Two);

    [Fact]
    public void Sparse() => Verify.Same(
        Ran.Vector, DoubleKernels.Sparse, (x, y) => DoubleKernels.Sparse(x, y), n => (Data.Of<double>(n), Data.Of<double>(n, 2)));

    [Fact]
    public void Blend() => Verify.Same(Ran.Vector, DoubleKernels.Blend, (x, y, r) => DoubleKernels.Blend(x, y, r), Three);

    [Fact]
    public void Ramp() => Verify.Same(Ran.Parallel, DoubleKernels.Ramp, (x, step) => DoubleKernels.Ramp(x, step), n => (new double[n], 0.1));

    [Fact]
    public void FillWithNaN() => Verify.Same(
        Ran.Vector, DoubleKernels.Fill, (x, value) => DoubleKernels.Fill(x, value), n => (new double[n], Data.PayloadNaN<double>()));

    [Fact]
    public void Copy() => Verify.Same(
        Ran.Vector, DoubleKernels.Copy, (x, y) => DoubleKernels.Copy(x, y), n => (Data.Payloads<double>(n), new double[n + 2]));

    [Fact]
    public void NegateNaN() => Verify.Same(Ran.Vector, DoubleKernels.Negate, x => DoubleKernels.Negate(x), n => Data.Payloads<double>(n));

    [Fact]
    public void ReluOfNaN() => Verify.Same(Ran.Vector, DoubleKernels.Relu, x => DoubleKernels.Relu(x), n => Data.Payloads<double>(n));

    [Fact]
    public void Rotate() => Verify.Same(
        Ran.Vector, DoubleKernels.Rotate, (x, y, s, c) => DoubleKernels.Rotate(x, y, s, c), n => (Data.Of<double>(n), Data.Of<double>(n, 2), 0.6, 0.8));

    [Fact]
    public void Smooth() => Verify.Same(Ran.Vector, DoubleKernels.Smooth, (x, r) => DoubleKernels.Smooth(x, r), Two, Sizes.Large);

    private static double[] One(int size) => Data.Of<double>(size);

    private static (double[] X, double[] Result) Two(int size) => (Data.Of<double>(size), new double[size]);

    private static (double[] X, double[] Y, double[] Result) Three(int size) => (Data.Of<double>(size), Data.Of<double>(size, 2), new double[size]);
}
