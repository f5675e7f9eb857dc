using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Meeting"/>.</summary>
public sealed class MeetingTests
{
    private static readonly int[] _asText = [0, 1, 2, 3, 17, 1000, 50_021];

    public static TheoryData<int, int> Ends => new()
    {
        { 0, 0 },
        { 0, 1 },
        { 0, 2 },
        { -70_000, 70_001 },
        { 5, -5 },
        { int.MaxValue - 7, int.MaxValue },
        { int.MaxValue - 8, int.MaxValue },
        { int.MinValue, int.MinValue },
        { int.MinValue, int.MinValue + 9 },
        { int.MaxValue, int.MaxValue },
        { int.MaxValue, int.MinValue },
        { 2, 250_000 },
    };

    [Fact]
    public void Reverse() => Verify.Same(Ran.Vector, Meeting.Reverse, x => Meeting.Reverse(x), n => Data.Of<int>(n));

    [Fact]
    public void ReversePart() => Verify.Same(
        Ran.Anything, Meeting.ReversePart, (x, from, to) => Meeting.ReversePart(x, from, to), n => (Data.Of<float>(n), n / 7, n));

    [Fact]
    public void ReversePartOutside() => Verify.Same(
        Ran.Anything, Meeting.ReversePart, (x, from, to) => Meeting.ReversePart(x, from, to), n => (Data.Of<float>(n), -1, n + 1), Sizes.Few);

    [Fact]
    public void Folded() => Verify.Same(Ran.Parallel, Meeting.Folded, x => Meeting.Folded(x), n => Data.Of<int>(n));

    [Fact]
    public void PairsAsText() => Verify.Same(
        Ran.Parallel, Meeting.PairsAsText, (x, text, y) => Meeting.PairsAsText(x, text, y), n => (Data.Of<int>(n), new string[n], new decimal[n]), _asText);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    public void RowsFromBothEnds(int from) => Verify.Same(
        Ran.Anything,
        Meeting.RowsFromBothEnds,
        (rows, f) => Meeting.RowsFromBothEnds(rows, f),
        n => (Enumerable.Range(0, n).Select(i => new[] { i }).ToArray(), from),
        _asText);

    [Theory]
    [InlineData(0)]
    [InlineData(int.MinValue + 5)]
    public void SecondIndexAsText(int from) => Verify.Same(
        Ran.Parallel, Meeting.SecondIndexAsText, (x, f, text) => Meeting.SecondIndexAsText(x, f, text), n => (Data.Of<int>(n), from, new string[n]), _asText);

    [Fact]
    public void StepInTheBody() => Verify.Same(
        Ran.Vector, Meeting.StepInTheBody, (x, y) => Meeting.StepInTheBody(x, y), n => (Data.Of<int>(n), new int[n]));

    [Theory]
    [MemberData(nameof(Ends))]
    public void BothLive(int from, int to) => Verify.Same(
        Ran.Anything, Meeting.BothLive, (a, b) => Meeting.BothLive(a, b), _ => (from, to), [1]);

    [Fact]
    public void BothLiveFromBelowZero() => Verify.Same(Ran.Parallel, Meeting.BothLive, (a, b) => Meeting.BothLive(a, b), n => (-n, n));

    [Theory]
    [MemberData(nameof(Ends))]
    public void MayEndOnOneNumber(int from, int to) => Verify.Same(
        Ran.Anything, Meeting.MayEndOnOneNumber, (a, b) => Meeting.MayEndOnOneNumber(a, b), _ => (from, to), [1]);

    [Fact]
    public void Rows() => Verify.Same(Ran.Parallel, Meeting.Rows, image => Meeting.Rows(image), n => Data.Matrix<double>(n, 33));

    [Fact]
    public void While() => Verify.Same(Ran.Vector, Meeting.While, x => Meeting.While(x), n => Data.Of<int>(n));

    [Theory]
    [MemberData(nameof(Ends))]
    public void WhileOfParameters(int from, int to) => Verify.Same(
        Ran.Anything, Meeting.WhileOfParameters, (a, b) => Meeting.WhileOfParameters(a, b), _ => (from, to), [1]);

    [Fact]
    public void WhileStepsBetween() => Verify.Same(
        Ran.Anything, Meeting.WhileStepsBetween, (x, y) => Meeting.WhileStepsBetween(x, y), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void EndMoves() => Verify.Same(Ran.Sequential, Meeting.EndMoves, x => Meeting.EndMoves(x), n => Data.Of<int>(n));

    [Fact]
    public void Sideways() => Verify.Same(Ran.Sequential, Meeting.Sideways, x => Meeting.Sideways(x), n => Data.Of<int>(n));
}
