using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Scratch"/>: workers with arrays of their own must leave what the loop leaves.</summary>
public sealed class ScratchTests
{
    private static readonly int[] _sizes = [0, 1, 2, 3, 17, 64, 65, 600];

    [Fact]
    public void Median() => Verify.Same(Ran.Parallel, Scratch.Median, (a, m) => Scratch.Median(a, m), n => (Data.Matrix<int>(n, 21), new int[n]), _sizes);

    [Fact]
    public void Smooth() => Verify.Same(
        Ran.Parallel, Scratch.Smooth, (a, b) => Scratch.Smooth(a, b), n => (Data.Matrix<double>(n, 40), Data.Matrix<double>(n, 40, 2)), _sizes);

    [Fact]
    public void SmoothBeyondTheResult() => Verify.Same(
        Ran.Anything, Scratch.Smooth, (a, b) => Scratch.Smooth(a, b), n => (Data.Matrix<double>(n, 40), Data.Matrix<double>(n / 2, 40, 2)), _sizes);

    [Fact]
    public void EditDistances() => Verify.Same(
        Ran.Parallel,
        Scratch.EditDistances,
        (words, target, distances) => Scratch.EditDistances(words, target, distances),
        n => (Words(n), "parallelised", new int[n]),
        _sizes);

    [Fact]
    public void MostFrequent() => Verify.Same(
        Ran.Parallel, Scratch.MostFrequent, (a, most) => Scratch.MostFrequent(a, most), n => (Data.Matrix<byte>(n, 90), new int[n]), _sizes);

    [Fact]
    public void GivenAndKept() => Verify.Same(
        Ran.Parallel,
        Scratch.GivenAndKept,
        (a, work, sums) => Scratch.GivenAndKept(a, work, sums),
        n => (Data.Matrix<int>(n, 33), Data.Of<int>(40, 2), new int[n]),
        _sizes);

    [Fact]
    public void GivenTooShort() => Verify.Same(
        Ran.Anything,
        Scratch.GivenAndKept,
        (a, work, sums) => Scratch.GivenAndKept(a, work, sums),
        n => (Data.Matrix<int>(n, 33), Data.Of<int>(32, 2), new int[n]),
        _sizes);

    [Fact]
    public void GivenWithResultsThatEnd() => Verify.Same(
        Ran.Anything,
        Scratch.GivenAndKept,
        (a, work, sums) => Scratch.GivenAndKept(a, work, sums),
        n => (Data.Matrix<int>(n, 33), Data.Of<int>(40, 2), new int[n * 2 / 3]),
        _sizes);

    [Fact]
    public void GivenAsTheResult() => Verify.Same(
        Ran.Anything,
        (a, work) => InOrder(a, work, work),
        (a, work) => Scratch.GivenAndKept(a, work, work),
        n => (Data.Matrix<int>(n, 33), Data.Of<int>(700, 2)),
        _sizes);

    [Fact]
    public void ReadAfterwards() => Verify.Same(
        Ran.Parallel, Scratch.ReadAfterwards, (a, sums) => Scratch.ReadAfterwards(a, sums), n => (Data.Matrix<int>(n, 300), new int[n]), _sizes);

    [Fact]
    public void Outer() => Verify.Same(
        Ran.Parallel, Scratch.Outer, (x, y, dots) => Scratch.Outer(x, y, dots), n => (Data.Of<int>(n), Data.Of<int>(n, 2), new int[n]), _sizes);

    [Fact]
    public void TwoLoops() => Verify.Same(
        Ran.Parallel, Scratch.TwoLoops, (a, r, q) => Scratch.TwoLoops(a, r, q), n => (Data.Matrix<int>(n, 50), Data.Of<int>(n, 2), Data.Of<int>(n, 3)), _sizes);

    [Fact]
    public void Stale() => Verify.Same(
        Ran.Anything, Scratch.Stale, (a, sums) => Scratch.Stale(a, sums), n => (Data.Matrix<int>(n, 50), Data.Of<int>(n, 2)), _sizes);

    private static string[] Words(int count) => [.. Enumerable.Range(0, count).Select(i => new string([.. Data.Small<int>(i % 14, 6, i).Select(k => "parlse"[k])]))];

    private static void InOrder(int[,] a, int[] work, int[] sums)
    {
        Action<int[,], int[], int[]> inOrder = Scratch.GivenAndKept;
        inOrder(a, work, sums);
    }
}
