using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Transformed"/>: other loops run in its place and must leave the same behind.</summary>
public sealed class TransformedTests
{
    [Fact]
    public void ShiftLeft() => Verify.Same(
        Ran.Vector, Transformed.ShiftLeft, (a, b) => Transformed.ShiftLeft(a, b), n => (Data.Of<int>(n), Data.Of<int>(n, 2)));

    [Fact]
    public void ShiftLeftBeyondTheOther() => Verify.Same(
        Ran.Sequential, Transformed.ShiftLeft, (a, b) => Transformed.ShiftLeft(a, b), n => (Data.Of<int>(n), Data.Of<int>(n / 2, 2)));

    [Fact]
    public void ShiftLeftOfItself() => Verify.Same(
        Ran.Sequential,
        a => ShiftLeftSequential(a, a),
        a => Transformed.ShiftLeft(a, a),
        n => Data.Of<int>(n));

    [Fact]
    public void ShiftRightDescending() => Verify.Same(
        Ran.Parallel,
        Transformed.ShiftRightDescending,
        (a, b) => Transformed.ShiftRightDescending(a, b),
        n => (Data.Of<double>(n), Data.Of<double>(n, 2)));

    [Fact]
    public void ShiftOfSpan() => Verify.Same(
        Ran.Vector,
        (a, b) => SpanSequential(a, b),
        (a, b) => Transformed.ShiftOfSpan(a, b),
        n => (Data.Of<float>(n), Data.Of<float>(n, 2)));

    [Fact]
    public void ShiftOfOverlappingSpans() => Verify.Same(
        Ran.Sequential,
        a => SpanSequential(a, a.AsSpan(1)),
        a => Transformed.ShiftOfSpan(a, a.AsSpan(1)),
        n => Data.Of<float>(n + 8));

    [Fact]
    public void DeconstructedAndCarried() => Verify.Same(
        Ran.Vector,
        Transformed.DeconstructedAndCarried,
        (a, b, c) => Transformed.DeconstructedAndCarried(a, b, c),
        n => (Data.Of<double>(n), Data.Of<double>(n, 2), new double[n]));

    [Fact]
    public void DeconstructedAndShifted() => Verify.Same(
        Ran.Vector, Transformed.DeconstructedAndShifted, (a, b) => Transformed.DeconstructedAndShifted(a, b), n => (Data.Of<double>(n), Data.Of<int>(n, 2)));

    [Fact]
    public void SharedBySections() => Verify.Same(
        Ran.Parallel,
        Transformed.SharedBySections,
        (a, b, c) => Transformed.SharedBySections(a, b, c),
        n => (Data.Of<int>(n), Data.Of<double>(n, 2), new double[n]));

    [Fact]
    public void TwoBranches() => Verify.Same(
        Ran.Parallel,
        Transformed.TwoBranches,
        (a, b, c, d) => Transformed.TwoBranches(a, b, c, d),
        n => (Data.Of<float>(n), Data.Of<float>(n, 2), Data.Of<float>(n, 3), Data.Of<float>(n, 4)));

    [Fact]
    public void AgainstTheText() => Verify.Same(
        Ran.Vector,
        Transformed.AgainstTheText,
        (a, b, c) => Transformed.AgainstTheText(a, b, c),
        n => (Data.Of<long>(n), Data.Of<long>(n, 2), Data.Of<long>(n, 3)));

    [Fact]
    public void Circle() => Verify.Same(
        Ran.Vector,
        Transformed.Circle,
        (a, b, c) => Transformed.Circle(a, b, c),
        n => (Data.Of<float>(n), Data.Of<float>(n, 2), Data.Of<float>(n, 3)));

    [Fact]
    public void PartlyRecurrent() => Verify.Same(
        Ran.Vector,
        Transformed.PartlyRecurrent,
        (a, b, c) => Transformed.PartlyRecurrent(a, b, c),
        n => (Data.Of<int>(n), Data.Of<int>(n, 2), Data.Of<int>(n, 3)));

    [Fact]
    public void Unrolled() => Verify.Same(Ran.Parallel, Transformed.Unrolled, a => Transformed.Unrolled(a), n => Data.Of<double>(n));

    [Fact]
    public void WrittenTwice() => Verify.Same(
        Ran.Vector,
        Transformed.WrittenTwice,
        (a, b, c) => Transformed.WrittenTwice(a, b, c),
        n => (Data.Of<int>(n), Data.Of<int>(n, 2), Data.Of<int>(n, 3)));

    [Fact]
    public void SecondInduction() => Verify.Same(
        Ran.Parallel,
        Transformed.SecondInduction,
        (a, b, start) => Transformed.SecondInduction(a, b, start),
        n => (Data.Of<int>(n + 3), Data.Of<int>(n, 2), 2));

    [Fact]
    public void SecondInductionBeyondTheArray() => Verify.Same(
        Ran.Anything,
        Transformed.SecondInduction,
        (a, b, start) => Transformed.SecondInduction(a, b, start),
        n => (Data.Of<int>(n), Data.Of<int>(n, 2), 5));

    [Fact]
    public void InductionOnBothWays() => Verify.Same(
        Ran.Parallel,
        Transformed.InductionOnBothWays,
        (a, b) => Transformed.InductionOnBothWays(a, b),
        n => (Data.Of<double>(n), Data.Of<double>(n, 2)));

    [Fact]
    public void InductionThatStrays() => Verify.Same(
        Ran.Vector,
        Transformed.InductionThatStrays,
        (a, b) => Transformed.InductionThatStrays(a, b),
        n => (Data.Of<int>(n + 1), Data.Of<int>(n, 2)));

    [Fact]
    public void WrapAround() => Verify.Same(
        Ran.Vector,
        Transformed.WrapAround,
        (a, b, x, y) => Transformed.WrapAround(a, b, x, y),
        n => (Data.Of<float>(n), Data.Of<float>(n, 2), 3f, 4f));

    [Fact]
    public void WrapAroundOfTheSameArray() => Verify.Same(
        Ran.Sequential,
        WrapAroundSequential,
        (a, x) => Transformed.WrapAround(a, a, x, 1f),
        n => (Data.Of<float>(n), 3f));

    [Fact]
    public void WrapAroundIndex() => Verify.Same(
        Ran.Vector,
        Transformed.WrapAroundIndex,
        (a, b) => Transformed.WrapAroundIndex(a, b),
        n => (Data.Of<int>(n), Data.Of<int>(n, 2)));

    [Fact]
    public void WrapAroundOfProduct() => Verify.Same(
        Ran.Parallel,
        Transformed.WrapAroundOfProduct,
        (a, b, c) => Transformed.WrapAroundOfProduct(a, b, c),
        n => (Data.Of<double>(n), Data.Of<double>(n, 2), Data.Of<double>(n, 3)));

    [Fact]
    public void WrapAroundOfWritten() => Verify.Same(
        Ran.Vector,
        Transformed.WrapAroundOfWritten,
        (a, b, c) => Transformed.WrapAroundOfWritten(a, b, c),
        n => (Data.Of<long>(n), Data.Of<long>(n, 2), Data.Of<long>(n, 3)));

    [Fact]
    public void OneElementForAll() => Verify.Same(
        Ran.Vector,
        Transformed.OneElementForAll,
        (a, b) => Transformed.OneElementForAll(a, b),
        n => (Data.Of<int>(n), Data.Of<int>(n, 2)));

    [Fact]
    public void TheFirstElementForAll() => Verify.Same(
        Ran.Anything,
        Transformed.GivenElementForAll,
        (a, b, p) => Transformed.GivenElementForAll(a, b, p),
        n => (Data.Of<float>(n + 64), Data.Of<float>(n, 2), 0));

    [Fact]
    public void AnElementForAll() => Verify.Same(
        Ran.Anything,
        Transformed.GivenElementForAll,
        (a, b, p) => Transformed.GivenElementForAll(a, b, p),
        n => (Data.Of<float>(n + 64), Data.Of<float>(n, 2), 63));

    [Fact]
    public void TheLastElementForAll() => Verify.Same(
        Ran.Vector,
        Transformed.GivenElementForAll,
        (a, b, p) => Transformed.GivenElementForAll(a, b, p),
        n => (Data.Of<float>(n + 1), Data.Of<float>(n, 2), Math.Max(0, n - 1)));

    [Fact]
    public void Mirror() => Verify.Same(
        Ran.Parallel, Transformed.Mirror, (a, b) => Transformed.Mirror(a, b), n => (Data.Of<double>(n), Data.Of<double>(n, 2)));

    [Fact]
    public void MirrorOfNothing() => Verify.Same(
        Ran.Sequential,
        Transformed.Mirror,
        (a, b) => Transformed.Mirror(a, b),
        n => ((double[])null!, Data.Of<double>(n, 2)));

    [Fact]
    public void GivenShift() => Verify.Same(
        Ran.Vector, Transformed.GivenShift, (a, b, m) => Transformed.GivenShift(a, b, m), n => (Data.Of<long>(n), Data.Of<long>(n, 2), 3));

    [Fact]
    public void GivenShiftOfNothing() => Verify.Same(
        Ran.Anything, Transformed.GivenShift, (a, b, m) => Transformed.GivenShift(a, b, m), n => (Data.Of<long>(n), Data.Of<long>(n, 2), 0));

    [Fact]
    public void GivenShiftBack() => Verify.Same(
        Ran.Sequential, Transformed.GivenShift, (a, b, m) => Transformed.GivenShift(a, b, m), n => (Data.Of<long>(n), Data.Of<long>(n, 2), -2));

    private static float WrapAroundSequential(float[] a, float x)
    {
        Func<float[], float[], float, float, float> method = Transformed.WrapAround;
        return method(a, a, x, 1f);
    }

    private static void ShiftLeftSequential(int[] a, int[] b)
    {
        Action<int[], int[]> method = Transformed.ShiftLeft;
        method(a, b);
    }

    private static void SpanSequential(Span<float> a, ReadOnlySpan<float> b)
    {
        SpanMethod method = Transformed.ShiftOfSpan;
        method(a, b);
    }

    private delegate void SpanMethod(Span<float> a, ReadOnlySpan<float> b);
}
