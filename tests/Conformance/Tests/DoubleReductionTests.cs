using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>
/// Reductions over <c>double</c>: sums and products within the sequential loop's error bound and the same for any number of workers;
/// minimum, maximum and everything in strict mode with the sequential method's own bits.
/// </summary>
public sealed class DoubleReductionTests
{
    [Fact]
    public void Sum() => Verify.Reduction(Ran.Vector, DoubleReductions.Sum, x => DoubleReductions.Sum(x), Ordinary, ExactSum, Sizes.Large);

    [Fact]
    public void SumOfSpecialValues()
    {
        foreach (var seed in Enumerable.Range(1, 20))
            Verify.Reduction(Ran.Anything, DoubleReductions.Sum, x => DoubleReductions.Sum(x), n => Data.Of<double>(n, seed), ExactSum, [1, 3, 7, 17, 40]);
    }

    [Fact]
    public void SumOfNegativeZeros() => Verify.Reduction(
        Ran.Vector, DoubleReductions.SumFromNegativeZero, x => DoubleReductions.SumFromNegativeZero(x), n => Enumerable.Repeat((double)(-0.0), n).ToArray(), ExactSum);

    [Fact]
    public void SumThatCancels() => Verify.Reduction(
        Ran.Vector, DoubleReductions.Sum, x => DoubleReductions.Sum(x), n => Ordinary(n).Select((v, i) => i % 2 == 0 ? v * 1e6 : -v).ToArray(), ExactSum);

    [Fact]
    public void SumWithInfinity() => Verify.Reduction(Ran.Vector, DoubleReductions.Sum, x => DoubleReductions.Sum(x), n => With(n, double.PositiveInfinity), ExactSum);

    [Fact]
    public void SumWithNaN() => Verify.Reduction(Ran.Vector, DoubleReductions.Sum, x => DoubleReductions.Sum(x), n => With(n, double.NaN), ExactSum);

    [Fact]
    public void SumFrom() => Verify.Reduction(
        Ran.Vector, x => SequentialSumFrom(x, 1000), x => DoubleReductions.SumFrom(x, 1000), Ordinary, x => Exact.Sum([1000, .. x]));

    [Fact]
    public void SubtractAll() => Verify.Reduction(
        Ran.Vector, DoubleReductions.SubtractAll, x => DoubleReductions.SubtractAll(x), Ordinary, x => Exact.Sum([100, .. x.Select(v => -(double)v)]));

    [Fact]
    public void Dot() => Verify.Reduction(
        Ran.Vector, SequentialDot, pair => DoubleReductions.Dot(pair.X, pair.Y), Pair, pair => Exact.Dot(pair.X.Zip(pair.Y)), Sizes.Large);

    [Fact]
    public void FastDot() => Verify.Reduction(
        Ran.Anything, SequentialFastDot, pair => DoubleReductions.FastDot(pair.X, pair.Y), Pair, pair => Exact.Dot(pair.X.Zip(pair.Y)));

    [Fact]
    public void Product() => Verify.Reduction(
        Ran.Vector, DoubleReductions.Product, x => DoubleReductions.Product(x), n => Data.NearOne<double>(n), x => Exact.Product(x));

    [Fact]
    public void SumOfPositive() => Verify.Reduction(
        Ran.Vector, DoubleReductions.SumOfPositive, x => DoubleReductions.SumOfPositive(x), Ordinary, x => Exact.Sum(x.Where(v => v > 0)));

    [Fact]
    public void Variance() => Verify.Reduction(Ran.Vector, DoubleReductions.Variance, x => DoubleReductions.Variance(x), Ordinary, ExactVariance, [.. Sizes.All.Where(n => n > 0)]);

    [Fact]
    public void MomentsAreThoseOfSingleLoops()
    {
        foreach (var size in Sizes.All)
        {
            var x = Ordinary(size);
            var (sum, squares, positive) = DoubleReductions.Moments(x);
            ExactSum(x).AssertReaches(sum, DoubleReductions.Sum(x), $"sum of {size}");
            Exact.Sum(x.Select(v => v * v)).AssertReaches(squares, squares, $"squares of {size}");
            Assert.Equal(x.Count(v => v > 0), positive);
            ResultLog.Add(Bits.Of((sum, squares, positive)));
        }
    }

    [Fact]
    public void Minimum() => Verify.Same(Ran.Vector, DoubleReductions.Minimum, x => DoubleReductions.Minimum(x), Ordinary, Sizes.Large);

    [Fact]
    public void MinimumOfSpecialValues() => ForManySeeds(make => Verify.Same(Ran.Anything, DoubleReductions.Minimum, x => DoubleReductions.Minimum(x), make, Sizes.Few));

    [Fact]
    public void MaximumOfSpecialValues() => ForManySeeds(make => Verify.Same(Ran.Anything, DoubleReductions.Maximum, x => DoubleReductions.Maximum(x), make, Sizes.Few));

    [Fact]
    public void Smallest() => Verify.Same(Ran.Vector, DoubleReductions.Smallest, x => DoubleReductions.Smallest(x), Ordinary);

    [Fact]
    public void SmallestOfSpecialValues() => ForManySeeds(make => Verify.Same(Ran.Anything, DoubleReductions.Smallest, x => DoubleReductions.Smallest(x), make, Sizes.Few));

    [Fact]
    public void Largest() => Verify.Same(Ran.Vector, DoubleReductions.Largest, x => DoubleReductions.Largest(x), Ordinary, Sizes.Large);

    [Fact]
    public void LargestOfSpecialValues() => ForManySeeds(make => Verify.Same(Ran.Anything, DoubleReductions.Largest, x => DoubleReductions.Largest(x), make, Sizes.Few));

    [Fact]
    public void LargestOfZeros() => ForManySeeds(make => Verify.Same(Ran.Anything, DoubleReductions.Largest, x => DoubleReductions.Largest(x), make, Sizes.Few), Zeros);

    [Fact]
    public void SmallestOfZeros() => ForManySeeds(make => Verify.Same(Ran.Anything, DoubleReductions.Smallest, x => DoubleReductions.Smallest(x), make, Sizes.Few), Zeros);

    [Fact]
    public void MinimumOfZeros() => ForManySeeds(make => Verify.Same(Ran.Anything, DoubleReductions.Minimum, x => DoubleReductions.Minimum(x), make, Sizes.Few), Zeros);

    [Fact]
    public void MinimumOfNaNs() => Verify.Same(Ran.Anything, DoubleReductions.Minimum, x => DoubleReductions.Minimum(x), n => Data.Payloads<double>(n));

    [Fact]
    public void MaximumOfNaNs() => Verify.Same(Ran.Anything, DoubleReductions.Maximum, x => DoubleReductions.Maximum(x), n => Data.Payloads<double>(n));

    [Fact]
    public void Spread() => Verify.Same(Ran.Vector, DoubleReductions.Spread, x => DoubleReductions.Spread(x), Ordinary);

    [Fact]
    public void LargestMagnitude() => Verify.Same(Ran.Vector, DoubleReductions.LargestMagnitude, x => DoubleReductions.LargestMagnitude(x), Ordinary);

    [Fact]
    public void HasNaN() => ForManySeeds(make => Verify.Same(Ran.Anything, DoubleReductions.HasNaN, x => DoubleReductions.HasNaN(x), make, Sizes.Few));

    [Fact]
    public void StrictSum() => Verify.Same(Ran.Sequential, DoubleReductions.StrictSum, x => DoubleReductions.StrictSum(x), Ordinary);

    [Fact]
    public void StrictDotAndScale() => Verify.Same(
        Ran.Vector, DoubleReductions.StrictDotAndScale, (x, y) => DoubleReductions.StrictDotAndScale(x, y), n => (Ordinary(n), Data.Ordinary<double>(n, 2)));

    [Fact]
    public void StrictSmallest() => ForManySeeds(make => Verify.Same(Ran.Anything, DoubleReductions.StrictSmallest, x => DoubleReductions.StrictSmallest(x), make, Sizes.Few));

    private static double SequentialSumFrom(double[] x, double start)
    {
        Func<double[], double, double> sequential = DoubleReductions.SumFrom;
        return sequential(x, start);
    }

    private static double SequentialDot((double[] X, double[] Y) pair)
    {
        Func<double[], double[], double> sequential = DoubleReductions.Dot;
        return sequential(pair.X, pair.Y);
    }

    private static double SequentialFastDot((double[] X, double[] Y) pair)
    {
        Func<double[], double[], double> sequential = DoubleReductions.FastDot;
        return sequential(pair.X, pair.Y);
    }

    private static void ForManySeeds(Action<Func<int, double[]>> check, Func<int, int, double[]>? make = null)
    {
        foreach (var seed in Enumerable.Range(1, 12))
            check(n => (make ?? Data.Floats<double>)(n, seed));
    }

    private static double[] Zeros(int size, int seed) => [.. Data.Flags(size, seed).Select(f => f ? (double)(-0.0) : 0)];

    private static double[] Ordinary(int size) => Data.Ordinary<double>(size);

    private static (double[] X, double[] Y) Pair(int size) => (Ordinary(size), Data.Ordinary<double>(size, 2));

    private static double[] With(int size, double value)
    {
        var x = Ordinary(size);
        if (size > 0)
            x[size / 2] = value;
        return x;
    }

    private static Exact ExactSum(double[] x) => Exact.Sum(x);

    private static Exact ExactVariance(double[] x)
    {
        var mean = Exact.Sum(x).High / x.Length;
        var squares = Exact.Sum(x.Select(v => (v - mean) * (v - mean)));
        return squares with { High = squares.High / x.Length, Low = squares.Low / x.Length, Magnitude = squares.Magnitude / x.Length, Operations = x.Length + 8 };
    }
}
