using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>
/// Reductions over <c>float</c>: sums and products within the sequential loop's error bound and the same for any number of workers;
/// minimum, maximum and everything in strict mode with the sequential method's own bits.
/// </summary>
public sealed class SingleReductionTests
{
    [Fact]
    public void Sum() => Verify.Reduction(Ran.Vector, SingleReductions.Sum, x => SingleReductions.Sum(x), Ordinary, ExactSum, Sizes.Large);

    [Fact]
    public void SumOfSpecialValues()
    {
        foreach (var seed in Enumerable.Range(1, 20))
            Verify.Reduction(Ran.Anything, SingleReductions.Sum, x => SingleReductions.Sum(x), n => Data.Of<float>(n, seed), ExactSum, [1, 3, 7, 17, 40]);
    }

    [Fact]
    public void SumOfNegativeZeros() => Verify.Reduction(
        Ran.Vector, SingleReductions.SumFromNegativeZero, x => SingleReductions.SumFromNegativeZero(x), n => Enumerable.Repeat((float)(-0.0f), n).ToArray(), ExactSum);

    [Fact]
    public void SumThatCancels() => Verify.Reduction(
        Ran.Vector, SingleReductions.Sum, x => SingleReductions.Sum(x), n => Ordinary(n).Select((v, i) => i % 2 == 0 ? v * 1e6f : -v).ToArray(), ExactSum);

    [Fact]
    public void SumWithInfinity() => Verify.Reduction(Ran.Vector, SingleReductions.Sum, x => SingleReductions.Sum(x), n => With(n, float.PositiveInfinity), ExactSum);

    [Fact]
    public void SumWithNaN() => Verify.Reduction(Ran.Vector, SingleReductions.Sum, x => SingleReductions.Sum(x), n => With(n, float.NaN), ExactSum);

    [Fact]
    public void SumFrom() => Verify.Reduction(
        Ran.Vector, x => SequentialSumFrom(x, 1000), x => SingleReductions.SumFrom(x, 1000), Ordinary, x => Exact.Sum([1000, .. x.Select(v => (double)v)]));

    [Fact]
    public void SubtractAll() => Verify.Reduction(
        Ran.Vector, SingleReductions.SubtractAll, x => SingleReductions.SubtractAll(x), Ordinary, x => Exact.Sum([100, .. x.Select(v => -(double)v)]));

    [Fact]
    public void Dot() => Verify.Reduction(
        Ran.Vector, SequentialDot, pair => SingleReductions.Dot(pair.X, pair.Y), Pair, pair => Exact.Dot(pair.X.Zip(pair.Y).Select(p => ((double)p.First, (double)p.Second))), Sizes.Large);

    [Fact]
    public void FastDot() => Verify.Reduction(
        Ran.Anything, SequentialFastDot, pair => SingleReductions.FastDot(pair.X, pair.Y), Pair, pair => Exact.Dot(pair.X.Zip(pair.Y).Select(p => ((double)p.First, (double)p.Second))));

    [Fact]
    public void Product() => Verify.Reduction(
        Ran.Vector, SingleReductions.Product, x => SingleReductions.Product(x), n => Data.NearOne<float>(n), x => Exact.Product(x.Select(v => (double)v)));

    [Fact]
    public void SumOfPositive() => Verify.Reduction(
        Ran.Vector, SingleReductions.SumOfPositive, x => SingleReductions.SumOfPositive(x), Ordinary, x => Exact.Sum(x.Select(v => (double)v).Where(v => v > 0)));

    [Fact]
    public void Variance() => Verify.Reduction(Ran.Vector, SingleReductions.Variance, x => SingleReductions.Variance(x), Ordinary, ExactVariance, [.. Sizes.All.Where(n => n > 0)]);

    [Fact]
    public void MomentsAreThoseOfSingleLoops()
    {
        foreach (var size in Sizes.All)
        {
            var x = Ordinary(size);
            var (sum, squares, positive) = SingleReductions.Moments(x);
            ExactSum(x).AssertReaches(sum, SingleReductions.Sum(x), $"sum of {size}");
            Exact.Sum(x.Select(v => (double)v).Select(v => v * v)).AssertReaches(squares, squares, $"squares of {size}");
            Assert.Equal(x.Count(v => v > 0), positive);
            ResultLog.Add(Bits.Of((sum, squares, positive)));
        }
    }

    [Fact]
    public void Minimum() => Verify.Same(Ran.Vector, SingleReductions.Minimum, x => SingleReductions.Minimum(x), Ordinary, Sizes.Large);

    [Fact]
    public void MinimumOfSpecialValues() => ForManySeeds(make => Verify.Same(Ran.Anything, SingleReductions.Minimum, x => SingleReductions.Minimum(x), make, Sizes.Few));

    [Fact]
    public void MaximumOfSpecialValues() => ForManySeeds(make => Verify.Same(Ran.Anything, SingleReductions.Maximum, x => SingleReductions.Maximum(x), make, Sizes.Few));

    [Fact]
    public void Smallest() => Verify.Same(Ran.Vector, SingleReductions.Smallest, x => SingleReductions.Smallest(x), Ordinary);

    [Fact]
    public void SmallestOfSpecialValues() => ForManySeeds(make => Verify.Same(Ran.Anything, SingleReductions.Smallest, x => SingleReductions.Smallest(x), make, Sizes.Few));

    [Fact]
    public void Largest() => Verify.Same(Ran.Vector, SingleReductions.Largest, x => SingleReductions.Largest(x), Ordinary, Sizes.Large);

    [Fact]
    public void LargestOfSpecialValues() => ForManySeeds(make => Verify.Same(Ran.Anything, SingleReductions.Largest, x => SingleReductions.Largest(x), make, Sizes.Few));

    [Fact]
    public void LargestOfZeros() => ForManySeeds(make => Verify.Same(Ran.Anything, SingleReductions.Largest, x => SingleReductions.Largest(x), make, Sizes.Few), Zeros);

    [Fact]
    public void SmallestOfZeros() => ForManySeeds(make => Verify.Same(Ran.Anything, SingleReductions.Smallest, x => SingleReductions.Smallest(x), make, Sizes.Few), Zeros);

    [Fact]
    public void MinimumOfZeros() => ForManySeeds(make => Verify.Same(Ran.Anything, SingleReductions.Minimum, x => SingleReductions.Minimum(x), make, Sizes.Few), Zeros);

    [Fact]
    public void MinimumOfNaNs() => Verify.Same(Ran.Anything, SingleReductions.Minimum, x => SingleReductions.Minimum(x), n => Data.Payloads<float>(n));

    [Fact]
    public void MaximumOfNaNs() => Verify.Same(Ran.Anything, SingleReductions.Maximum, x => SingleReductions.Maximum(x), n => Data.Payloads<float>(n));

    [Fact]
    public void Spread() => Verify.Same(Ran.Vector, SingleReductions.Spread, x => SingleReductions.Spread(x), Ordinary);

    [Fact]
    public void LargestMagnitude() => Verify.Same(Ran.Vector, SingleReductions.LargestMagnitude, x => SingleReductions.LargestMagnitude(x), Ordinary);

    [Fact]
    public void HasNaN() => ForManySeeds(make => Verify.Same(Ran.Anything, SingleReductions.HasNaN, x => SingleReductions.HasNaN(x), make, Sizes.Few));

    [Fact]
    public void StrictSum() => Verify.Same(Ran.Sequential, SingleReductions.StrictSum, x => SingleReductions.StrictSum(x), Ordinary);

    [Fact]
    public void StrictDotAndScale() => Verify.Same(
        Ran.Vector, SingleReductions.StrictDotAndScale, (x, y) => SingleReductions.StrictDotAndScale(x, y), n => (Ordinary(n), Data.Ordinary<float>(n, 2)));

    [Fact]
    public void StrictSmallest() => ForManySeeds(make => Verify.Same(Ran.Anything, SingleReductions.StrictSmallest, x => SingleReductions.StrictSmallest(x), make, Sizes.Few));

    private static float SequentialSumFrom(float[] x, float start)
    {
        Func<float[], float, float> sequential = SingleReductions.SumFrom;
        return sequential(x, start);
    }

    private static float SequentialDot((float[] X, float[] Y) pair)
    {
        Func<float[], float[], float> sequential = SingleReductions.Dot;
        return sequential(pair.X, pair.Y);
    }

    private static float SequentialFastDot((float[] X, float[] Y) pair)
    {
        Func<float[], float[], float> sequential = SingleReductions.FastDot;
        return sequential(pair.X, pair.Y);
    }

    private static void ForManySeeds(Action<Func<int, float[]>> check, Func<int, int, float[]>? make = null)
    {
        foreach (var seed in Enumerable.Range(1, 12))
            check(n => (make ?? Data.Floats<float>)(n, seed));
    }

    private static float[] Zeros(int size, int seed) => [.. Data.Flags(size, seed).Select(f => f ? (float)(-0.0f) : 0)];

    private static float[] Ordinary(int size) => Data.Ordinary<float>(size);

    private static (float[] X, float[] Y) Pair(int size) => (Ordinary(size), Data.Ordinary<float>(size, 2));

    private static float[] With(int size, float value)
    {
        var x = Ordinary(size);
        if (size > 0)
            x[size / 2] = value;
        return x;
    }

    private static Exact ExactSum(float[] x) => Exact.Sum(x.Select(v => (double)v));

    private static Exact ExactVariance(float[] x)
    {
        var mean = Exact.Sum(x.Select(v => (double)v)).High / x.Length;
        var squares = Exact.Sum(x.Select(v => (v - mean) * (v - mean)));
        return squares with { High = squares.High / x.Length, Low = squares.Low / x.Length, Magnitude = squares.Magnitude / x.Length, Operations = x.Length + 8 };
    }
}
