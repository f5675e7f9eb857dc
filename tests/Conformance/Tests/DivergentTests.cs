using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Divergent"/>: the lanes that have finished must not change any more.</summary>
public sealed class DivergentTests
{
    [Fact]
    public void Mandelbrot() => Verify.Same(
        Ran.Vector,
        Divergent.Mandelbrot,
        (re, im, limit, r) => Divergent.Mandelbrot(re, im, limit, r),
        n => (Plane(n, 1), Plane(n, 2), 100, new int[n]));

    [Fact]
    public void MandelbrotOfSpecialValues() => Verify.Same(
        Ran.Vector,
        Divergent.Mandelbrot,
        (re, im, limit, r) => Divergent.Mandelbrot(re, im, limit, r),
        n => (Data.Of<float>(n), Data.Of<float>(n, 2), 50, new int[n]));

    [Fact]
    public void MandelbrotWithoutIterations() => Verify.Same(
        Ran.Vector,
        Divergent.Mandelbrot,
        (re, im, limit, r) => Divergent.Mandelbrot(re, im, limit, r),
        n => (Plane(n, 1), Plane(n, 2), 0, new int[n]));

    [Fact]
    public void MandelbrotImage() => Verify.Same(
        Ran.Vector,
        Divergent.MandelbrotImage,
        (r, width, height, limit) => Divergent.MandelbrotImage(r, width, height, limit),
        n => (new int[n * (n + 3)], n + 3, n, 60),
        Sizes.Sides);

    [Fact]
    public void Julia() => Verify.Same(
        Ran.Parallel,
        Divergent.Julia,
        (re, im, r) => Divergent.Julia(re, im, r),
        n => (Plane(n, 1).Select(v => (double)v).ToArray(), Plane(n, 2).Select(v => (double)v).ToArray(), new double[n]));

    [Fact]
    public void Collatz() => Verify.Same(
        Ran.Vector, Divergent.Collatz, (x, r) => Divergent.Collatz(x, r), n => (Data.Small<int>(n, 100_000), new int[n]));

    [Fact]
    public void CollatzOfLargeNumbers() => Verify.Same(
        Ran.Vector, Divergent.Collatz, (x, r) => Divergent.Collatz(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void CollatzOfLongs() => Verify.Same(Ran.Parallel, Divergent.CollatzOfLongs, r => Divergent.CollatzOfLongs(r), n => new long[n]);

    [Fact]
    public void Halvings() => Verify.Same(
        Ran.Parallel, Divergent.Halvings, (x, y, r) => Divergent.Halvings(x, y, r), n => (Data.Of<int>(n), Data.Of<int>(n, 2), new long[n]));

    [Fact]
    public void HalvingTotals() => Verify.Same(Ran.Parallel, Divergent.HalvingTotals, x => Divergent.HalvingTotals(x), n => Data.Of<int>(n));

    [Fact]
    public void Newton() => Verify.Same(Ran.Parallel, Divergent.Newton, (x, r) => Divergent.Newton(x, r), n => (Data.Of<double>(n), new double[n]));

    [Fact]
    public void GreatestCommonDivisor() => Verify.Same(
        Ran.Parallel,
        Divergent.GreatestCommonDivisor,
        (x, y, r) => Divergent.GreatestCommonDivisor(x, y, r),
        n => (Data.Of<uint>(n), Data.Of<uint>(n, 2), new uint[n]));

    [Fact]
    public void Countdown() => Verify.Same(
        Ran.Vector, Divergent.Countdown, (x, r) => Divergent.Countdown(x, r), n => (Data.Small<int>(n, 200), new int[n]));

    [Fact]
    public void RandomWalk() => Verify.Same(
        Ran.Vector, Divergent.RandomWalk, (s, x, r) => Divergent.RandomWalk(s, x, r), n => (Data.Small<int>(n, 50), Data.Of<uint>(n), new float[n]));

    [Fact]
    public void HashOfParts() => Verify.Same(
        Ran.Vector, Divergent.HashOfParts, (f, t, h) => Divergent.HashOfParts(f, t, h), n => (Enumerable.Range(0, n + 1).Select(i => i * 7 + i % 5).ToArray(), Data.Of<int>(7 * n + 5), new int[n]));

    [Fact]
    public void CountdownOfLargeNumbers() => Verify.Same(
        Ran.Vector, Divergent.Countdown, (x, r) => Divergent.Countdown(x, r), n => (Data.Of<int>(n).Select(v => v < 300 ? v : int.MinValue).ToArray(), new int[n]));

    [Fact]
    public void DoWhile() => Verify.Same(Ran.Parallel, Divergent.DoWhile, (x, r) => Divergent.DoWhile(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void ContinueInside() => Verify.Same(
        Ran.Parallel, Divergent.ContinueInside, (x, r) => Divergent.ContinueInside(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void NestedWhile() => Verify.Same(
        Ran.Parallel, Divergent.NestedWhile, (x, r) => Divergent.NestedWhile(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void TotalSteps() => Verify.Same(Ran.Parallel, Divergent.TotalSteps, x => Divergent.TotalSteps(x), n => Data.Of<int>(n));

    [Fact]
    public void StoresInside() => Verify.Same(
        Ran.Parallel, Divergent.StoresInside, (x, r) => Divergent.StoresInside(x, r), n => (Data.Of<int>(n), Data.Of<int>(n, 2)));

    [Fact]
    public void SkipsSome() => Verify.Same(
        Ran.Parallel, Divergent.SkipsSome, (x, r) => Divergent.SkipsSome(x, r), n => (Data.Of<float>(n), Data.Of<float>(n, 2)));

    private static float[] Plane(int size, int seed) => [.. Data.Ordinary<float>(size, seed).Select(v => v / 4)];
}
