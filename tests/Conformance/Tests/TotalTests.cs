using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Totals"/>.</summary>
public sealed class TotalTests
{
    [Fact]
    public void CountedAtomically() => Verify.Same(
        Ran.Parallel, Totals.CountedAtomically, (x, text) => Totals.CountedAtomically(x, text), n => (Data.Of<int>(n), new string[n]), [0, 1, 17, 1000, 50_021]);

    [Fact]
    public void SummedAtomically() => Verify.Same(
        Ran.Vector, Totals.SummedAtomically, (x, y) => Totals.SummedAtomically(x, y), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void Add() => Verify.Same(
        Ran.Parallel,
        x => AddInOrder(x),
        x =>
        {
            var totals = new Totals();
            totals.Add(x);
            return (totals.Sum, totals.Most);
        },
        n => Data.Of<int>(n));

    [Fact]
    public void AddShared() => Verify.Same(Ran.Parallel, (x, n) => SharedInOrder(x, n), (x, n) => Shared(x, n), n => (Data.Of<int>(n), n));

    [Fact]
    public void AddSharedBeyondTheArray() => Verify.Same(Ran.Sequential, (x, n) => SharedInOrder(x, n), (x, n) => Shared(x, n), n => (Data.Of<int>(n), n + 1));

    [Fact]
    public void AddTo() => Verify.Same(
        Ran.Parallel,
        (x, y) => AddToInOrder(x, y),
        (x, y) =>
        {
            var totals = new Totals();
            Totals.AddTo(totals, x, y);
            return totals.Count;
        },
        n => (Data.Of<int>(n), Data.Of<int>(n, 2)));

    [Fact]
    public void AddToNothing() => Verify.Same(
        Ran.Sequential,
        (x, y) =>
        {
            Action<Totals, int[], int[]> inOrder = Totals.AddTo;
            inOrder(null!, x, y);
        },
        (x, y) => Totals.AddTo(null!, x, y),
        n => (Data.Of<int>(n), Data.Of<int>(n, 2)));

    [Fact]
    public void Made() => Verify.Same(Ran.Parallel, Totals.Made, x => Totals.Made(x), n => Data.Of<int>(n));

    [Fact]
    public void CountKinds() => Verify.Same(
        Ran.Parallel,
        (kinds, values) =>
        {
            var totals = new Totals();
            Action<int[], float[]> inOrder = totals.CountKinds;
            inOrder(kinds, values);
            return (totals.Counts, totals.Least);
        },
        (kinds, values) =>
        {
            var totals = new Totals();
            totals.CountKinds(kinds, values);
            return (totals.Counts, totals.Least);
        },
        n => (Data.Small<int>(n, 20), Data.Ordinary<float>(n)),
        [0, 1, 31, 100, 4097, 50_021]);

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void CountKindsThatLeave(int outside) => Verify.Same(
        Ran.Anything,
        (kinds, values) =>
        {
            var totals = new Totals { Counts = new int[18] };
            Action<int[], float[]> inOrder = totals.CountKinds;
            Assert.ThrowsAny<Exception>(() => inOrder(kinds, values));
            return (totals.Counts, totals.Least);
        },
        (kinds, values) =>
        {
            var totals = new Totals { Counts = new int[18] };
            Assert.ThrowsAny<Exception>(() => totals.CountKinds(kinds, values));
            return (totals.Counts, totals.Least);
        },
        n => ((int[])[.. Data.Small<int>(n, 17), 18 + outside], new float[n + 1]),
        [0, 1, 31, 100, 4097, 50_021]);

    [Fact]
    public void CountPairs() => Verify.Same(
        Ran.Parallel,
        kinds =>
        {
            var totals = new Totals();
            Action<Totals, int[]> inOrder = Totals.CountPairs;
            inOrder(totals, kinds);
            return totals.Pairs;
        },
        kinds =>
        {
            var totals = new Totals();
            Totals.CountPairs(totals, kinds);
            return totals.Pairs;
        },
        n => Data.Small<int>(n, 5),
        [0, 1, 31, 100, 4097, 50_021]);

    private static (long Sum, int Most) AddInOrder(int[] x)
    {
        var totals = new Totals();
        Action<int[]> inOrder = totals.Add;
        inOrder(x);
        return (totals.Sum, totals.Most);
    }

    private static long Shared(int[] x, int n)
    {
        Totals.Shared = 7;
        try
        {
            Totals.AddShared(x, n);
        }
        catch (IndexOutOfRangeException)
        {
            Totals.Shared++;
        }

        return Totals.Shared;
    }

    private static long SharedInOrder(int[] x, int n)
    {
        Totals.Shared = 7;
        Action<int[], int> inOrder = Totals.AddShared;
        try
        {
            inOrder(x, n);
        }
        catch (IndexOutOfRangeException)
        {
            Totals.Shared++;
        }

        return Totals.Shared;
    }

    private static int AddToInOrder(int[] x, int[] y)
    {
        var totals = new Totals();
        Action<Totals, int[], int[]> inOrder = Totals.AddTo;
        inOrder(totals, x, y);
        return totals.Count;
    }
}
