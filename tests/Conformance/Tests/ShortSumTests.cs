using System.Numerics;

using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="ShortSums"/>.</summary>
public sealed class ShortSumTests
{
    private static readonly int[] _sizes = [0, 1, 5, 90, 300, 1000];

    [Fact]
    public void Sums() => Verify.Same(Ran.Vector, ShortSums.Sums, (rows, result) => ShortSums.Sums(rows, result), n => (Rows<int>(n), new int[n]), _sizes);

    [Fact]
    public void Extremes() => Verify.Same(
        Ran.Anything, ShortSums.Extremes, (rows, least, most) => ShortSums.Extremes(rows, least, most), n => (Rows<byte>(n), new int[n], new int[n]), _sizes);

    [Fact]
    public void Products() => Verify.Same(Ran.Parallel, ShortSums.Products, (rows, factor) => ShortSums.Products(rows, factor), n => (Rows<sbyte>(n), n + 3L), _sizes);

    [Fact]
    public void Part() => Verify.Same(
        Ran.Vector,
        ShortSums.Part,
        (x, from, to, result) => ShortSums.Part(x, from, to, result),
        n => (Data.Of<short>(n), Places(n, i => i * 7 % (n + 1)), Places(n, i => Math.Min(n, (i * 7 % (n + 1)) + (i % 40 == 7 ? 700 : i % 90))), new int[n]),
        _sizes);

    [Fact]
    public void PartBehindTheEnd() => Verify.Same(
        Ran.Anything,
        ShortSums.Part,
        (x, from, to, result) => ShortSums.Part(x, from, to, result),
        n => (Data.Of<short>(n), Places(n, i => i / 2), Places(n, i => (i / 2) + (i == n - 1 ? n : i % 40)), new int[n]),
        [1, 90, 1000]);

    [Fact]
    public void Changes() => Verify.Same(Ran.Vector, ShortSums.Changes, (rows, result) => ShortSums.Changes(rows, result), n => (Rows<byte>(n), new int[n]), _sizes);

    [Fact]
    public void Variation() => Verify.Same(Ran.Vector, ShortSums.Variation, (rows, result) => ShortSums.Variation(rows, result), n => (Rows<int>(n), new int[n]), _sizes);

    [Fact]
    public void Rises() => Verify.Same(Ran.Vector, ShortSums.Rises, x => ShortSums.Rises(x), n => Data.Of<short>(n));

    private static int[] Places(int count, Func<int, int> place) => [.. Enumerable.Range(0, count).Select(place)];

    private static T[][] Rows<T>(int count)
        where T : struct, INumber<T> =>
        [.. Enumerable.Range(0, count).Select(i => Data.Of<T>(i % 40 == 7 ? 700 : i * 13 % 150, i))];
}
