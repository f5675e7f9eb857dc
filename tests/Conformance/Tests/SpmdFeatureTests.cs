using System.Numerics;

using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>One test for each feature that IspcSharp lists and that makes sense here; <c>docs/features.md</c> names them.</summary>
public sealed class SpmdFeatureTests
{
    [Fact]
    public void MaskedIf() => Verify.Same(
        Ran.Vector, SpmdFeatures.MaskedIf, (x, r) => SpmdFeatures.MaskedIf(x, r), n => (Data.Of<float>(n), new float[n]), Sizes.Large);

    [Fact]
    public void WhilePerLane() => Verify.Same(
        Ran.Vector, SpmdFeatures.WhilePerLane, (r, w, l) => SpmdFeatures.WhilePerLane(r, w, l), n => (new int[n], 64, 50));

    [Fact]
    public void BreakAndContinue() => Verify.Same(
        Ran.Vector, SpmdFeatures.BreakAndContinue, (x, r) => SpmdFeatures.BreakAndContinue(x, r), n => (Data.Of<int>(n), new int[n]), Sizes.Large);

    [Fact]
    public void Gather() => Verify.Same(
        Ran.Vector,
        SpmdFeatures.Gather,
        (t, i, r) => SpmdFeatures.Gather(t, i, r),
        n => (Data.Of<float>(n), Data.Small<int>(n, Math.Max(n, 1)), new float[n]));

    [Fact]
    public void StridedStores() => Verify.Same(
        Ran.Vector, SpmdFeatures.StridedStores, (x, r) => SpmdFeatures.StridedStores(x, r), n => (Data.Of<float>(n), new float[2 * n]));

    [Fact]
    public void Functions() => Verify.Same(
        Ran.Vector, SpmdFeatures.Functions, (x, r) => SpmdFeatures.Functions(x, r), n => (Data.Of<float>(n), new float[n]));

    [Fact]
    public void Structs() => Verify.Same(
        Ran.Vector,
        SpmdFeatures.Structs,
        (z, w, r) => SpmdFeatures.Structs(z, w, r),
        n => (Numbers(n, 1), Numbers(n, 2), new double[n]));

    [Fact]
    public void TwoDimensions() => Verify.Same(
        Ran.Vector,
        SpmdFeatures.TwoDimensions,
        (x, r) => SpmdFeatures.TwoDimensions(x, r),
        n => (Data.Matrix<float>(n, n), new float[n, n]),
        Sizes.Sides);

    [Fact]
    public void Tiles() => Verify.Same(
        Ran.Parallel, SpmdFeatures.Tiles, (x, r) => SpmdFeatures.Tiles(x, r), n => (Data.Matrix<int>(n, n), new int[n, n]), [.. Sizes.Sides, 700]);

    [Fact]
    public void ReductionsInBranches() => Verify.Same(
        Ran.Vector, SpmdFeatures.ReductionsInBranches, (x, l) => SpmdFeatures.ReductionsInBranches(x, l), n => (Data.Of<int>(n), new int[1]));

    [Fact]
    public void WideningAccumulators() => Verify.Same(
        Ran.Vector, SpmdFeatures.WideningAccumulators, x => SpmdFeatures.WideningAccumulators(x), n => Data.Of<int>(n));

    [Fact]
    public void InnerUniformLoops() => Verify.Same(
        Ran.Vector,
        SpmdFeatures.InnerUniformLoops,
        (x, w, r) => SpmdFeatures.InnerUniformLoops(x, w, r),
        n => (Whole(n + 6), Whole(7), new float[n]));

    [Fact]
    public void AffineLocals() => Verify.Same(
        Ran.Vector, SpmdFeatures.AffineLocals, (x, r) => SpmdFeatures.AffineLocals(x, r), n => (Data.Of<float>(2 * n), new float[n]));

    [Fact]
    public void NarrowTypes() => Verify.Same(
        Ran.Vector,
        SpmdFeatures.NarrowTypes,
        (x, y, r) => SpmdFeatures.NarrowTypes(x, y, r),
        n => (Data.Of<byte>(n), Data.Of<short>(n), new byte[n]));

    [Fact]
    public void MixedSizes() => Verify.Same(
        Ran.Vector,
        SpmdFeatures.MixedSizes,
        (x, y, r) => SpmdFeatures.MixedSizes(x, y, r),
        n => (Data.Of<float>(n), Data.Of<long>(n), new double[n]));

    [Fact]
    public void ScalarCodeAround() => Verify.Same(
        Ran.Vector, SpmdFeatures.ScalarCodeAround, (x, y, s) => SpmdFeatures.ScalarCodeAround(x, y, s), n => (Data.Of<float>(n), new float[n], 3));

    [Fact]
    public void IntegerDivision() => Verify.Same(
        Ran.Vector,
        SpmdFeatures.IntegerDivision,
        (x, y, r) => SpmdFeatures.IntegerDivision(x, y, r),
        n => (Data.Of<int>(n), Data.Of<int>(n, 2).Select(v => (v & 0xFF) + 1).ToArray(), new int[n]));

    [Fact]
    public void DivisionByConstants() => Verify.Same(
        Ran.Vector,
        SpmdFeatures.DivisionByConstants,
        (x, u, s, w, r) => SpmdFeatures.DivisionByConstants(x, u, s, w, r),
        n => (Data.Of<int>(n), Data.Of<uint>(n, 2), Data.Of<short>(n, 4), Data.Of<long>(n, 5), new int[n]));

    [Fact]
    public void DivisionByMinusOne() => Verify.Same(
        Ran.Vector,
        SpmdFeatures.DivisionByMinusOne,
        (x, r) => SpmdFeatures.DivisionByMinusOne(x, r),
        n => (Data.Of<int>(n).Select(v => Math.Max(v, -int.MaxValue)).ToArray(), new int[n]));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(-13)]
    [InlineData(int.MinValue)]
    public void DivisionByOneNumber(int divisor) => Verify.Same(
        Ran.Vector,
        SpmdFeatures.DivisionByOneNumber,
        (x, d, r) => SpmdFeatures.DivisionByOneNumber(x, d, r),
        n => (Data.Of<int>(n), divisor, new int[n]));

    /// <summary>Whole numbers, whose sums are exact in any order.</summary>
    private static float[] Whole(int count) => Data.Small<float>(count, 64);

    private static Complex[] Numbers(int count, int seed)
    {
        var values = Data.Of<double>(2 * count, seed);
        return [.. Enumerable.Range(0, count).Select(i => new Complex(values[2 * i], values[2 * i + 1]))];
    }
}
