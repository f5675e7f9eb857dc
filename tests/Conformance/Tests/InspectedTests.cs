using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Inspected"/>, with places that differ, that repeat, that lie outside, and that are written.</summary>
public sealed class InspectedTests
{
    private static readonly int[] _sizes = [0, 1, 2, 31, 64, 1000, 50_021];

    private delegate void Both(ReadOnlySpan<int> places, Span<long> target);

    [Fact]
    public void Stations() => Verify.Same(
        Ran.Parallel,
        Inspected.Stations,
        (values, target) => Inspected.Stations(values, target),
        n => (Data.Ordinary<double>(n), Data.Ordinary<double>(122)),
        [0, 1, 31, 50_021]);

    [Theory]
    [InlineData(16, 0)]
    [InlineData(17, 0)]
    [InlineData(16, 5)]
    [InlineData(16, -1)]
    [InlineData(16, int.MaxValue - 20)]
    public void MoreStationsThanThereAre(int count, int from) => Verify.Same(
        Ran.Anything,
        Inspected.MoreStationsThanThereAre,
        (values, target, c, f) => Inspected.MoreStationsThanThereAre(values, target, c, f),
        n => (Data.Ordinary<double>(n), Data.Ordinary<double>(122), count, from),
        [0, 1, 31, 20_021]);

    [Fact]
    public void Scatter() => Verify.Same(
        Ran.Parallel,
        Inspected.Scatter,
        (places, values, target) => Inspected.Scatter(places, values, target),
        n => (Permutation(n), Data.Ordinary<double>(n), Data.Ordinary<double>(n, 2)),
        _sizes);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void ScatterToOneTwice(int distance) => Verify.Same(
        Ran.Sequential,
        Inspected.Scatter,
        (places, values, target) => Inspected.Scatter(places, values, target),
        n => (Repeating(n, distance), Data.Ordinary<double>(n), Data.Ordinary<double>(n, 2)),
        [31, 64, 1000, 50_021]);

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000)]
    public void ScatterOutside(int place) => Verify.Same(
        Ran.Sequential,
        Inspected.Scatter,
        (places, values, target) => Inspected.Scatter(places, values, target),
        n => ((int[])[.. Permutation(n), place], Data.Ordinary<double>(n + 1), Data.Ordinary<double>(n, 2)),
        _sizes);

    [Theory]
    [InlineData(5, true)]
    [InlineData(4, true)]
    [InlineData(2, false)]
    [InlineData(1, false)]
    public void Pairs(int stride, bool isParallel) => Verify.Same(
        isParallel ? Ran.Parallel : Ran.Sequential,
        Inspected.Pairs,
        (places, values) => Inspected.Pairs(places, values),
        n => ((int[])[.. Permutation(n).Select(p => p * stride)], Data.Ordinary<double>((5 * n) + 3)),
        [31, 64, 1000, 50_021]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rounds(bool isParallel) => Verify.Same(
        isParallel ? Ran.Parallel : Ran.Sequential,
        Inspected.Rounds,
        (places, target, rounds) => Inspected.Rounds(places, target, rounds),
        n => (isParallel ? Permutation(n) : Repeating(n, 1), Data.Ordinary<double>(n), 4),
        [31, 64, 1000, 50_021]);

    [Fact]
    public void Integers() => Verify.Same(
        Ran.Parallel, Inspected.Integers, (places, target) => Inspected.Integers(places, target), n => (Permutation(n), Data.Of<int>(n)), _sizes);

    [Fact]
    public void IntegersOfTheirOwnPlaces() => Verify.Same(
        Ran.Sequential,
        places => new Action<int[], int[]>(Inspected.Integers)(places, places),
        places => Inspected.Integers(places, places),
        Permutation,
        _sizes,
        nameof(Inspected.Integers));

    [Fact]
    public void Spans()
    {
        Both sequential = Inspected.Spans;
        Verify.Same(
            Ran.Parallel,
            (int[] places, long[] target) => sequential(places, target.AsSpan(1)),
            (places, target) => Inspected.Spans(places, target.AsSpan(1)),
            n => (Permutation(n), Data.Of<long>(n + 1)),
            _sizes,
            nameof(Inspected.Spans));
    }

    private static int[] Permutation(int count)
    {
        var all = Enumerable.Range(0, count).ToArray();
        for (var i = count - 1; i > 0; i--)
        {
            var other = (int)((i * 2_654_435_761L) % (i + 1));
            (all[i], all[other]) = (all[other], all[i]);
        }

        return all;
    }

    private static int[] Repeating(int count, int distance)
    {
        var all = Permutation(count);
        all[count - 1] = all[distance == 0 ? 0 : count - 2];
        return all;
    }
}
