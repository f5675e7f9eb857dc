using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Methods, properties and indexers of objects in loops: what they do stands in the place of the call.</summary>
public sealed class ObjectTests
{
    [Fact]
    public void Add() => Verify.Same(Ran.Parallel, Objects.Add, (a, b, c) => Objects.Add(a, b, c), n => (Grid(n, 1), Grid(n, 2), Grid(n, 3)));

    [Fact]
    public void AddToItself() => Verify.Same(
        Ran.Anything, Objects.Add, (a, b, c) => Objects.Add(a, b, c), n => Grid(n, 1) is var grid ? (grid, grid, grid) : default);

    [Fact]
    public void AddToOneThatIsShorter() => Verify.Same(
        Ran.Parallel, Objects.Add, (a, b, c) => Objects.Add(a, b, c), n => (Grid(n, 1), Grid(n, 2), new Grid(new double[16 * n / 2], 16)));

    [Fact]
    public void AddToNothing() => Verify.Same(
        Ran.Anything, Objects.Add, (a, b, c) => Objects.Add(a, b, c), n => (Grid(n, 1), Grid(n, 2), n % 2 == 0 ? null! : Grid(n, 1)));

    [Fact]
    public void ByMethods() => Verify.Same(Ran.Parallel, Objects.ByMethods, (a, b) => Objects.ByMethods(a, b), n => (Grid(n, 1), Grid(n, 2)));

    [Fact]
    public void Total() => Verify.Same(Ran.Vector, Objects.Total, a => Objects.Total(a), n => new Grid(Data.Of<double>(2 * n + 2), n + 1), Sizes.Large);

    [Fact]
    public void NeedNotAsk() => Verify.Same(
        Ran.Anything, Objects.NeedNotAsk, (a, r, k) => Objects.NeedNotAsk(a, r, k), n => (n % 2 == 0 ? null! : new Grid(Data.Of<double>(n), n), new double[n], -1));

    [Fact]
    public void NeedNotAskButDoes() => Verify.Same(
        Ran.Parallel, Objects.NeedNotAsk, (a, r, k) => Objects.NeedNotAsk(a, r, k), n => (new Grid(Data.Of<double>(n), n), new double[n], 0), Sizes.Large);

    [Fact]
    public void Scale() => Verify.Same(Ran.Parallel, Scaled, g => { g.Scale(1.5); return g; }, n => Grid(n, 4));

    [Fact]
    public void Times() => Verify.Same(
        Ran.Parallel, Multiplied, (a, b) => a.Times(b), n => (new Grid(Data.Of<double>(n * n, 1), n), new Grid(Data.Of<double>(n * n, 2), n)), [1, 2, 7, 31, 64]);

    [Fact]
    public void Invert() => Verify.Same(
        Ran.Vector, Objects.Invert, (a, b, k) => Objects.Invert(a, b, k), n => (Picture(n, 1), Picture(n, 2), 0), Sizes.Large);

    [Fact]
    public void InvertTooFar() => Verify.Same(
        Ran.Anything, Objects.Invert, (a, b, k) => Objects.Invert(a, b, k), n => (Picture(n, 1), Picture(n, 2), 3));

    [Fact]
    public void OfEach() => Verify.Same(
        Ran.Parallel, Objects.OfEach, (p, r, k) => Objects.OfEach(p, r, k), n => (Pictures(n), new int[n], n % 3), [0, 1, 100, 10_000]);

    [Fact]
    public void SetEachOfWhichSomeAreOne() => Verify.Same(Ran.Anything, Objects.SetEach, (p, v) => Objects.SetEach(p, v), n => (Pictures(n), (byte)3), [0, 1, 100, 10_000]);

    [Fact]
    public void Count() => Verify.Same(Ran.Anything, Objects.Count, (g, v) => Objects.Count(g, v), n => (new Gauge(), Data.Of<int>(n)));

    [Fact]
    public void Thrown() => Verify.Same(
        Ran.Vector, Objects.Thrown, (v, r) => Objects.Thrown(v, r), n => (Enumerable.Range(0, n).Select(i => i == n - 5 && n % 2 == 1 ? 77 : i + 100).ToArray(), new int[n]));

    [Fact]
    public void Magnitudes() => Verify.Same(
        Ran.Anything, Objects.Magnitudes, (v, s, r, c) => Objects.Magnitudes(v, s, r, c), n => (Phasors(8 * n), new double[n], n, 8));

    private static Phasor[] Phasors(int count) => [.. Data.Of<double>(count, 1).Zip(Data.Of<double>(count, 2), (a, b) => new Phasor(a, b))];

    private static Grid Scaled(Grid grid)
    {
        Action<double> scale = grid.Scale;
        scale(1.5);
        return grid;
    }

    private static Grid Multiplied(Grid left, Grid right)
    {
        Func<Grid, Grid> times = left.Times;
        return times(right);
    }

    private static Grid Grid(int rows, int seed) => new(Data.Of<double>(16 * rows, seed), 16);

    private static Picture Picture(int length, int seed) => new(Data.Of<byte>(length, seed));

    private static Picture[] Pictures(int count)
    {
        var all = Enumerable.Range(0, count).Select(i => Picture(4, i + 1)).ToArray();
        if (count > 50)
            all[count / 2] = all[count / 3];
        return all;
    }
}
