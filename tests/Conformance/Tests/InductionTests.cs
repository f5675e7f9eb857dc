using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Inductions"/>: what lanes step must be what the index gives, to the last bit.</summary>
public sealed class InductionTests
{
    [Fact]
    public void Mixed() => Verify.Same(Ran.Vector, Inductions.Mixed, (s, r) => Inductions.Mixed(s, r), n => (0xFEDCBA9876543210UL, new ulong[n]));

    [Theory]
    [InlineData(0)]
    [InlineData(-70)]
    [InlineData(int.MinValue)]
    public void Sum(int from) => Verify.Same(
        Ran.Anything, Inductions.Sum, (a, b, f, t) => Inductions.Sum(a, b, f, t), n => (long.MaxValue, 0x123456789ABCDEFL, from, from + n));

    [Fact]
    public void SumToTheLast() => Verify.Same(
        Ran.Anything, Inductions.Sum, (a, b, f, t) => Inductions.Sum(a, b, f, t), n => (-5L, 3L, int.MaxValue - n, int.MaxValue));

    [Fact]
    public void Backwards() => Verify.Same(Ran.Vector, Inductions.Backwards, (a, b, r) => Inductions.Backwards(a, b, r), n => (0xFFFFFFF0u, 0x9E3779B9u, new uint[n]));

    [Fact]
    public void InSteps() => Verify.Same(Ran.Anything, Inductions.InSteps, (a, r, o) => Inductions.InSteps(a, r, o), n => (-1_000_000_007, new int[n], new float[n]));

    [Fact]
    public void LongIndex() => Verify.Same(Ran.Anything, Inductions.LongIndex, (n, r) => Inductions.LongIndex(n, r), n => ((long)n, new double[n]));

    [Fact]
    public void Narrow() => Verify.Same(Ran.Vector, Inductions.Narrow, (x, r) => Inductions.Narrow(x, r), n => (Data.Of<int>(n), new long[n]));

    [Fact]
    public void SmallIndex() => Verify.Same(
        Ran.Anything, Inductions.SmallIndex, (n, r) => Inductions.SmallIndex(n, r), n => (Math.Min(n, 30_000) - 100, new long[n]));

    [Fact]
    public void UnderCondition() => Verify.Same(Ran.Vector, Inductions.UnderCondition, (x, r) => Inductions.UnderCondition(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void Found() => Verify.Same(
        Ran.Vector, Inductions.Found, (x, p, r) => Inductions.Found(x, p, r), n => (Data.Of<int>(n), Data.Small<int>(n, Math.Max(1, n)), new int[n]));

    [Fact]
    public void Until() => Verify.Same(Ran.Vector, Inductions.Until, s => Inductions.Until(s), n => new int[n]);
}
