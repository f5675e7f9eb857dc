using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Headers"/>, also where the tested value wraps around.</summary>
public sealed class HeaderTests
{
    private static readonly int[] _once = [3];

    /// <summary>Starts, additions and ends at which the sum passes the largest or the least integer, or just does not.</summary>
    public static TheoryData<int, int, int> Windows => new()
    {
        { 0, 1, 0 },
        { 0, 1, 70_001 },
        { 5, -5, 70_000 },
        { int.MaxValue - 4_000, 1, int.MaxValue },
        { int.MaxValue - 4_000, 0, int.MaxValue },
        { int.MaxValue - 4_000, 4_000, int.MaxValue },
        { int.MaxValue - 4_000, 4_001, int.MaxValue },
        { int.MaxValue - 4_000, -4_001, int.MaxValue },
        { int.MaxValue, 1, int.MinValue + 300 },
        { int.MinValue, -1, int.MaxValue },
        { int.MinValue, -1, int.MinValue },
        { int.MinValue, int.MinValue, 3_000 },
        { int.MinValue + 7, int.MaxValue, 4_000 },
        { int.MaxValue - 10, int.MinValue, 4_000 },
    };

    [Fact]
    public void Pairs() => Verify.Same(Ran.Vector, Headers.Pairs, x => Headers.Pairs(x), One);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void WindowsOf(int w) => Verify.Same(
        w is 1 or 4 ? Ran.Vector : Ran.Anything, Headers.Windows, (x, y, v) => Headers.Windows(x, y, v), n => (Data.Of<int>(n), new int[n + 1], w));

    [Fact]
    public void BlocksAndRest() => Verify.Same(
        Ran.Vector, Headers.BlocksAndRest, (x, m) => Headers.BlocksAndRest(x, m), n => (Data.Of<int>(n), n));

    [Fact]
    public void BlocksBeyondTheEnd() => Verify.Same(
        Ran.Anything, Headers.BlocksAndRest, (x, m) => Headers.BlocksAndRest(x, m), n => (Data.Of<int>(n), int.MaxValue - 1), Sizes.Few);

    [Fact]
    public void Heap() => Verify.Same(Ran.Parallel, Headers.Heap, x => Headers.Heap(x), One);

    [Theory]
    [InlineData(0, 2_147_483_646)]
    [InlineData(0, int.MaxValue)]
    public void Multiples(int start, int end) => Verify.Same(
        Ran.Anything, Headers.Multiples, (x, s, e) => Headers.Multiples(x, s, e), n => (Data.Of<int>(n), start, end), Sizes.Few);

    [Theory]
    [MemberData(nameof(Windows))]
    public void SumOfWindow(int start, int add, int end) => Verify.Same(
        Ran.Anything, Headers.SumOfWindow, (s, a, e) => Headers.SumOfWindow(s, a, e), _ => (start, add, end), _once);

    [Theory]
    [InlineData(0, 100_000, 1)]
    [InlineData(0, 100_000, 0)]
    [InlineData(715_820_000, int.MaxValue - 40, 1)]
    [InlineData(int.MinValue / 3, -2_147_000_000, 2)]
    [InlineData(7, 6, 2)]
    public void CountOfWindow(int start, int end, int times) => Verify.Same(
        Ran.Anything, Headers.CountOfWindow, (s, e, t) => Headers.CountOfWindow(s, e, t), _ => (start, end, times), _once);

    [Theory]
    [InlineData(0, 30_000)]
    [InlineData(int.MaxValue - 9_003, int.MaxValue - 3)]
    [InlineData(int.MinValue, int.MinValue + 40_000)]
    public void StepsUpTo(int start, int end) => Verify.Same(
        Ran.Anything, Headers.StepsUpTo, (s, e, r) => Headers.StepsUpTo(s, e, r), n => (start, end, new long[n]), _once);

    [Fact]
    public void BothLengths() => Verify.Same(
        Ran.Vector, Headers.BothLengths, (x, y, m) => Headers.BothLengths(x, y, m), n => ((int[]?)Data.Of<int>(n), (int[]?)Data.Of<int>(n + 3, 2), n + 9));

    [Fact]
    public void BothLengthsOfNothing()
    {
        Verify.Same(Ran.Anything, Headers.BothLengths, (x, y, m) => Headers.BothLengths(x, y, m), n => ((int[]?)null, (int[]?)null, 0), _once);
        Verify.Same(Ran.Anything, Headers.BothLengths, (x, y, m) => Headers.BothLengths(x, y, m), n => ((int[]?)null, (int[]?)null, 9_000), _once);
        Verify.Same(Ran.Anything, Headers.BothLengths, (x, y, m) => Headers.BothLengths(x, y, m), n => ((int[]?)[], (int[]?)null, 9_000), _once);
        Verify.Same(Ran.Anything, Headers.BothLengths, (x, y, m) => Headers.BothLengths(x, y, m), n => ((int[]?)new int[4_000], (int[]?)null, 9_000), _once);
    }

    [Fact]
    public void MixedBounds() => Verify.Same(Ran.Vector, Headers.MixedBounds, (x, m) => Headers.MixedBounds(x, m), n => (Data.Of<int>(n), n - 1));

    [Fact]
    public void MixedBoundsAtTheLargest() => Verify.Same(
        Ran.Vector, Headers.MixedBounds, (x, m) => Headers.MixedBounds(x, m), n => (Data.Of<int>(n), int.MaxValue));

    [Fact]
    public void DownTo() => Verify.Same(Ran.Parallel, Headers.DownTo, (x, m, l) => Headers.DownTo(x, m, l), n => (Data.Of<int>(n), n - 1, n / 9));

    [Fact]
    public void DownToTheLeast() => Verify.Same(
        Ran.Parallel, Headers.DownTo, (x, m, l) => Headers.DownTo(x, m, l), n => (Data.Of<int>(n), n - 1, int.MinValue));

    [Fact]
    public void Downwards() => Verify.Same(Ran.Parallel, Headers.Downwards, x => Headers.Downwards(x), One);

    [Fact]
    public void DownwardsFirst() => Verify.Same(
        Ran.Parallel, Headers.DownwardsFirst, (x, t) => Headers.DownwardsFirst(x, t), n => (Data.Of<int>(n), new string[n]), Sizes.Few);

    [Theory]
    [InlineData(20_000, 0)]
    [InlineData(0, 0)]
    [InlineData(int.MinValue, 0)]
    [InlineData(int.MinValue, int.MinValue)]
    [InlineData(int.MinValue + 9_000, int.MinValue)]
    [InlineData(int.MaxValue, int.MaxValue - 9_000)]
    public void DownFrom(int from, int end) => Verify.Same(Ran.Anything, Headers.DownFrom, (n, e) => Headers.DownFrom(n, e), _ => (from, end), _once);

    [Fact]
    public void WhileDownwards() => Verify.Same(Ran.Parallel, Headers.WhileDownwards, (x, m) => Headers.WhileDownwards(x, m), n => (Data.Of<int>(n), n));

    [Fact]
    public void WhileDownwardsFromBelow()
    {
        foreach (var from in new[] { -1, -5, int.MinValue, int.MinValue + 1 })
            Verify.Same(Ran.Anything, Headers.WhileDownwards, (x, m) => Headers.WhileDownwards(x, m), n => (Data.Of<int>(n), from), _once);
    }

    [Fact]
    public void WhileDownwardsFromBeyond() => Verify.Same(
        Ran.Anything, Headers.WhileDownwards, (x, m) => Headers.WhileDownwards(x, m), n => (Data.Of<int>(n), n + 2), Sizes.Few);

    [Fact]
    public void WhileUpwards() => Verify.Same(Ran.Vector, Headers.WhileUpwards, (x, i) => Headers.WhileUpwards(x, i), n => (Data.Of<int>(n), -1));

    [Fact]
    public void WhileUpwardsFromTheLargest() => Verify.Same(
        Ran.Anything, Headers.WhileUpwards, (x, i) => Headers.WhileUpwards(x, i), n => (Data.Of<int>(n), int.MaxValue), Sizes.Few);

    [Fact]
    public void SumByPost() => Verify.Same(Ran.Vector, Headers.SumByPost, (x, m) => Headers.SumByPost(x, m), n => (Data.Of<int>(n), n));

    [Fact]
    public void SumByPostBeyondTheEnd() => Verify.Same(Ran.Anything, Headers.SumByPost, (x, m) => Headers.SumByPost(x, m), n => (Data.Of<int>(n), n + 1), Sizes.Few);

    [Fact]
    public void CopyByPost() => Verify.Same(
        Ran.Parallel, Headers.CopyByPost, (x, y, m) => Headers.CopyByPost(x, y, m), n => (Data.Of<int>(n), new int[n], n));

    [Fact]
    public void WithoutSteps() => Verify.Same(Ran.Vector, Headers.WithoutSteps, x => Headers.WithoutSteps(x), One);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(0, 40)]
    public void AtEnd(int from, int less) => Verify.Same(
        from == 0 && less == 0 ? Ran.Vector : Ran.Anything, Headers.AtEnd, (x, i, m) => Headers.AtEnd(x, i, m), n => (Data.Of<int>(n + 1), from, n - less));

    [Fact]
    public void AtEndDownwards() => Verify.Same(
        Ran.Parallel, Headers.AtEndDownwards, (x, m) => Headers.AtEndDownwards(x, m), n => (Data.Of<int>(n + 1), n));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    public void Inside(int w) => Verify.Same(
        w > 9 ? Ran.Anything : Ran.Parallel, Headers.Inside, (x, y, v) => Headers.Inside(x, y, v), n => (Data.Of<int>(n), (int[]?)Data.Of<int>(9, 2), w));

    [Fact]
    public void InsideOfNothing()
    {
        Verify.Same(Ran.Anything, Headers.Inside, (x, y, v) => Headers.Inside(x, y, v), n => (Data.Of<int>(n), (int[]?)null, 0), Sizes.Few);
        Verify.Same(Ran.Anything, Headers.Inside, (x, y, v) => Headers.Inside(x, y, v), n => (Data.Of<int>(n), (int[]?)null, 3), Sizes.Few);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(13)]
    public void InsideAsText(int w) => Verify.Same(
        Ran.Parallel, Headers.InsideAsText, (t, y, v) => Headers.InsideAsText(t, y, v), n => (new string[n], w == 0 ? null : Data.Of<int>(9, 2), w), Sizes.Few);

    [Fact]
    public void CheckedDownwards() => Verify.Same(
        Ran.Parallel, Headers.CheckedDownwards, (x, m) => Headers.CheckedDownwards(x, m), n => (Data.Of<int>(n), n));

    private static int[] One(int n) => Data.Of<int>(n);
}
