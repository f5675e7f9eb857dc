using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="PrefixSums"/>, with sums that wrap around.</summary>
public sealed class PrefixSumTests
{
    [Fact]
    public void Inclusive() => Verify.Same(Ran.Vector, PrefixSums.Inclusive, (x, r) => PrefixSums.Inclusive(x, r), n => (Data.Of<int>(n), new int[n]), Sizes.Large);

    /// <summary>The array is too short for some iterations.</summary>
    [Fact]
    public void InclusiveIntoLess() => Verify.Same(Ran.Anything, PrefixSums.Inclusive, (x, r) => PrefixSums.Inclusive(x, r), n => (Data.Of<int>(n), new int[n * 2 / 3]));

    [Fact]
    public void InclusiveInPlace() => Verify.Same(
        Ran.Vector, x => ((Func<int[], int[], int>)PrefixSums.Inclusive)(x, x), x => PrefixSums.Inclusive(x, x), n => Data.Of<int>(n));

    [Fact]
    public void Exclusive() => Verify.Same(Ran.Vector, PrefixSums.Exclusive, (x, r) => PrefixSums.Exclusive(x, r), n => (Data.Of<uint>(n), new uint[n]), Sizes.Large);

    [Fact]
    public void ExclusiveInPlace() => Verify.Same(
        Ran.Sequential, x => ((Func<uint[], uint[], uint>)PrefixSums.Exclusive)(x, x), x => PrefixSums.Exclusive(x, x), n => Data.Of<uint>(n));

    [Fact]
    public void InPlace() => Verify.Same(Ran.Vector, PrefixSums.InPlace, x => PrefixSums.InPlace(x), n => Data.Of<long>(n), Sizes.Large);

    [Fact]
    public void Difference() => Verify.Same(
        Ran.Vector, PrefixSums.Difference, (x, r, s) => PrefixSums.Difference(x, r, s), n => (Data.Of<ulong>(n), new ulong[n], 5UL), Sizes.Large);

    [Fact]
    public void Offsets() => Verify.Same(Ran.Vector, PrefixSums.Offsets, (l, o) => PrefixSums.Offsets(l, o), n => (Data.Of<byte>(n), new int[n]), Sizes.Large);

    [Fact]
    public void Widened() => Verify.Same(Ran.Vector, PrefixSums.Widened, (x, r) => PrefixSums.Widened(x, r), n => (Data.Of<int>(n), new double[n]), Sizes.Large);

    [Fact]
    public void Twice() => Verify.Same(Ran.Vector, PrefixSums.Twice, (x, r) => PrefixSums.Twice(x, r), n => (Data.Of<int>(n), new int[n]), Sizes.Large);

    [Fact]
    public void Conditional() => Verify.Same(
        Ran.Vector, PrefixSums.Conditional, (x, y, r) => PrefixSums.Conditional(x, y, r), n => (Data.Of<int>(n), Data.Of<float>(n), new int[n]), Sizes.Large);

    [Theory]
    [InlineData(100)]
    [InlineData(50)]
    public void ByElements(int room) => Verify.Same(
        room == 100 ? Ran.Vector : Ran.Sequential, PrefixSums.ByElements, (x, r) => PrefixSums.ByElements(x, r), n => (Data.Of<int>(n), Data.Of<int>(n * room / 100, 2)), Sizes.Large);

    [Fact]
    public void ByElementsOfOneArray() => Verify.Same(
        Ran.Vector, x => ((Action<int[], int[]>)PrefixSums.ByElements)(x, x), x => PrefixSums.ByElements(x, x), n => Data.Of<int>(n));

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void ByElementsInPlace(int first) => Verify.Same(
        first < 0 ? Ran.Sequential : Ran.Vector, PrefixSums.ByElementsInPlace, (x, f) => PrefixSums.ByElementsInPlace(x, f), n => (Data.Of<long>(n), first), Sizes.Large);

    [Fact]
    public void Rows() => Verify.Same(Ran.Vector, PrefixSums.Rows, x => PrefixSums.Rows(x), n => Data.Matrix<uint>(5, n), Sizes.Few);

    [Fact]
    public void Highest() => Verify.Same(Ran.Vector, PrefixSums.Highest, (x, r) => PrefixSums.Highest(x, r), n => (Data.Of<int>(n), new int[n]), Sizes.Large);

    [Fact]
    public void Drawdown() => Verify.Same(
        Ran.Vector, PrefixSums.Drawdown, (x, y, r) => PrefixSums.Drawdown(x, y, r), n => (Data.Of<ulong>(n), Data.Of<float>(n), new ulong[n]), Sizes.Large);

    /// <summary>Whole numbers that are small enough come out the same in any order.</summary>
    [Fact]
    public void OfFloats() => Verify.Same(Ran.Vector, PrefixSums.OfFloats, (x, r) => PrefixSums.OfFloats(x, r), n => ((float[])[.. Data.Small<int>(n, 50).Select(v => (float)v)], new float[n]));

    [Fact]
    public void DoublesByElements() => Verify.Same(
        Ran.Vector, PrefixSums.DoublesByElements, (x, r) => PrefixSums.DoublesByElements(x, r), n => ((double[])[.. Data.Small<int>(n, 50).Select(v => (double)v)], new double[n]), Sizes.Large);

    [Fact]
    public void OfDoubles() => Verify.Same(Ran.Vector, PrefixSums.OfDoubles, (x, r) => PrefixSums.OfDoubles(x, r), n => (Data.Of<double>(n), new int[n]), Sizes.Large);
}
