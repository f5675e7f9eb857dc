using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="SingleKernels"/> against the method as written, special values included.</summary>
public sealed class SingleTests
{
    [Fact]
    public void Axpy() => Verify.Same(
        Ran.Vector, SingleKernels.Axpy, (a, x, y) => SingleKernels.Axpy(a, x, y), n => (1.7f, Data.Of<float>(n), Data.Of<float>(n, 2)), Sizes.Large);

    [Fact]
    public void AxpyOfNothing() => Verify.Same(
        Ran.Vector, SingleKernels.Axpy, (a, x, y) => SingleKernels.Axpy(a, x, y), n => ((float)(-0.0f), Data.Of<float>(n), Data.Of<float>(n, 2)));

    [Fact]
    public void Horner() => Verify.Same(Ran.Vector, SingleKernels.Horner, (x, r) => SingleKernels.Horner(x, r), Two);

    [Fact]
    public void Divide() => Verify.Same(Ran.Vector, SingleKernels.Divide, (x, y, r) => SingleKernels.Divide(x, y, r), Three);

    [Fact]
    public void Negate() => Verify.Same(Ran.Vector, SingleKernels.Negate, x => SingleKernels.Negate(x), One);

    [Fact]
    public void SubtractFromZero() => Verify.Same(Ran.Vector, SingleKernels.SubtractFromZero, x => SingleKernels.SubtractFromZero(x), One);

    [Fact]
    public void Length() => Verify.Same(Ran.Vector, SingleKernels.Length, (x, y, r) => SingleKernels.Length(x, y, r), Three);

    [Fact]
    public void Lerp() => Verify.Same(
        Ran.Vector, SingleKernels.Lerp, (x, y, t, r) => SingleKernels.Lerp(x, y, t, r), n => (Data.Of<float>(n), Data.Of<float>(n, 2), 0.3f, new float[n]));

    [Fact]
    public void Relu() => Verify.Same(Ran.Vector, SingleKernels.Relu, x => SingleKernels.Relu(x), One);

    [Fact]
    public void ClampByHand() => Verify.Same(
        Ran.Vector, SingleKernels.ClampByHand, (x, low, high) => SingleKernels.ClampByHand(x, low, high), n => (Data.Of<float>(n), -1f, 3f));

    [Fact]
    public void Classify() => Verify.Same(Ran.Vector, SingleKernels.Classify, (x, r) => SingleKernels.Classify(x, r), Two);

    [Fact]
    public void Sparse() => Verify.Same(
        Ran.Vector, SingleKernels.Sparse, (x, y) => SingleKernels.Sparse(x, y), n => (Data.Of<float>(n), Data.Of<float>(n, 2)));

    [Fact]
    public void Blend() => Verify.Same(Ran.Vector, SingleKernels.Blend, (x, y, r) => SingleKernels.Blend(x, y, r), Three);

    [Fact]
    public void Ramp() => Verify.Same(Ran.Vector, SingleKernels.Ramp, (x, step) => SingleKernels.Ramp(x, step), n => (new float[n], 0.1f));

    [Fact]
    public void FillWithNaN() => Verify.Same(
        Ran.Vector, SingleKernels.Fill, (x, value) => SingleKernels.Fill(x, value), n => (new float[n], Data.PayloadNaN<float>()));

    [Fact]
    public void Copy() => Verify.Same(
        Ran.Vector, SingleKernels.Copy, (x, y) => SingleKernels.Copy(x, y), n => (Data.Payloads<float>(n), new float[n + 2]));

    [Fact]
    public void NegateNaN() => Verify.Same(Ran.Vector, SingleKernels.Negate, x => SingleKernels.Negate(x), n => Data.Payloads<float>(n));

    [Fact]
    public void ReluOfNaN() => Verify.Same(Ran.Vector, SingleKernels.Relu, x => SingleKernels.Relu(x), n => Data.Payloads<float>(n));

    [Fact]
    public void Rotate() => Verify.Same(
        Ran.Vector, SingleKernels.Rotate, (x, y, s, c) => SingleKernels.Rotate(x, y, s, c), n => (Data.Of<float>(n), Data.Of<float>(n, 2), 0.6f, 0.8f));

    [Fact]
    public void Smooth() => Verify.Same(Ran.Vector, SingleKernels.Smooth, (x, r) => SingleKernels.Smooth(x, r), Two, Sizes.Large);

    private static float[] One(int size) => Data.Of<float>(size);

    private static (float[] X, float[] Result) Two(int size) => (Data.Of<float>(size), new float[size]);

    private static (float[] X, float[] Y, float[] Result) Three(int size) => (Data.Of<float>(size), Data.Of<float>(size, 2), new float[size]);
}
