using System.Numerics;

using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Located"/>.</summary>
public sealed class LocatedTests
{
    private static readonly IReadOnlyList<int> _some = [.. Sizes.All.Where(s => s > 0)];

    [Fact]
    public void PlaceOfGreatest() => Verify.Same(Ran.Vector, Located.PlaceOfGreatest, x => Located.PlaceOfGreatest(x), n => Data.Of<double>(n));

    [Fact]
    public void PlaceOfGreatestOfFewValues() => Verify.Same(Ran.Vector, Located.PlaceOfGreatest, x => Located.PlaceOfGreatest(x), n => Data.Small<double>(n, 3));

    [Fact]
    public void PlaceOfGreatestOfNaN() => Verify.Same(Ran.Vector, Located.PlaceOfGreatest, x => Located.PlaceOfGreatest(x), n => (double[])[double.NaN, .. Data.Of<double>(n)]);

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void PlaceOfLastLeast(int best) => Verify.Same(
        best is 0 or 7 ? Ran.Parallel : Ran.Sequential, Located.PlaceOfLastLeast, (x, b) => Located.PlaceOfLastLeast(x, b), n => (Data.Of<byte>(n), best));

    [Fact]
    public void Pivot() => Verify.Same(Ran.Parallel, Located.Pivot, (a, c) => Located.Pivot(a, c), n => (Matrix(n), 1), [2, 3, 17, 1000, 50_021]);

    [Theory]
    [InlineData(0, true)]
    [InlineData(2, true)]
    [InlineData(1, false)]
    [InlineData(61, false)]
    [InlineData(-1, false)]
    public void BestCell(int best, bool isParallel) => Verify.Same(
        isParallel ? Ran.Parallel : Ran.Sequential,
        Located.BestCell,
        (x, s, b) => Located.BestCell(x, s, b),
        n => (Data.Of<int>(n), Data.Of<int>(3 * n + 1), best),
        [64, 100, 1000, 50_021]);

    [Fact]
    public void BestCellOutside() => Verify.Same(
        Ran.Anything, Located.BestCell, (x, s, b) => Located.BestCell(x, s, b), n => (Data.Of<int>(n), Data.Of<int>(3 * n - 1), 0), [64, 1000]);

    [Fact]
    public void Alignment() => Verify.Same(
        Ran.Anything, Located.Alignment, (a, b, h) => Located.Alignment(a, b, h), n => (Data.Small<int>(n, 4), Data.Small<int>(n + 3, 4), new int[(n + 1) * (n + 4)]), [0, 1, 2, 31, 300]);

    [Fact]
    public void AnExtremumBesideAStore() => Verify.Same(Ran.Anything, Located.Greatest, (x, p) => Located.Greatest(x, p), n => (Data.Of<float>(n), new int[1]), _some);

    [Fact]
    public void FirstGreatest() => Verify.Same(Ran.Vector, Located.FirstGreatest, x => Located.FirstGreatest(x), n => Data.Of<float>(n), _some);

    [Fact]
    public void FirstGreatestOfOrdinaryNumbers() => Verify.Same(Ran.Vector, Located.FirstGreatest, x => Located.FirstGreatest(x), n => Data.Ordinary<float>(n), _some);

    [Fact]
    public void FirstGreatestOfFewValues() => Verify.Same(Ran.Vector, Located.FirstGreatest, x => Located.FirstGreatest(x), n => Data.Small<float>(n, 3), _some);

    /// <summary>The first value is not a number, so that nothing is greater.</summary>
    [Fact]
    public void FirstGreatestOfNaN() => Verify.Same(Ran.Vector, Located.FirstGreatest, x => Located.FirstGreatest(x), n => (float[])[float.NaN, .. Data.Of<float>(n)], _some);

    [Fact]
    public void FirstGreatestOfZeros() => Verify.Same(
        Ran.Anything, Located.FirstGreatest, x => Located.FirstGreatest(x), n => (float[])[-1f, .. Zeros<float>(n)], _some);

    [Fact]
    public void ValueOfLeast() => Verify.Same(Ran.Vector, Located.ValueOfLeast, (x, s) => Located.ValueOfLeast(x, s), n => (Data.Of<float>(n), 5f));

    [Fact]
    public void LeastOfZeros() => Verify.Same(
        Ran.Anything, Located.ValueOfLeast, (x, s) => Located.ValueOfLeast(x, s), n => (Zeros<float>(n), 5f));

    [Fact]
    public void NothingIsLeast() => Verify.Same(Ran.Vector, Located.ValueOfLeast, (x, s) => Located.ValueOfLeast(x, s), n => (Data.Ordinary<float>(n), -100f));

    [Fact]
    public void LastLeast() => Verify.Same(Ran.Vector, Located.LastLeast, (x, s) => Located.LastLeast(x, s), n => (Data.Of<double>(n), 5.0));

    [Fact]
    public void LastLeastOfFewValues() => Verify.Same(Ran.Vector, Located.LastLeast, (x, s) => Located.LastLeast(x, s), n => (Data.Small<double>(n, 4), 0.0));

    [Fact]
    public void LastLeastOfZeros() => Verify.Same(
        Ran.Anything, Located.LastLeast, (x, s) => Located.LastLeast(x, s), n => (Zeros<double>(n), 0.0));

    [Fact]
    public void LastLeastAgainstNaN() => Verify.Same(Ran.Vector, Located.LastLeast, (x, s) => Located.LastLeast(x, s), n => (Data.Of<double>(n), double.NaN));

    [Fact]
    public void LastGreatestDistance() => Verify.Same(
        Ran.Parallel, Located.LastGreatestDistance, (x, y) => Located.LastGreatestDistance(x, y), n => (Data.Of<int>(n), Data.Of<int>(n, 2)));

    [Fact]
    public void LastNegative() => Verify.Same(
        Ran.Vector, Located.LastNegative, (x, y) => Located.LastNegative(x, y), n => (Data.Of<double>(n), Data.Of<double>(n, 2)));

    [Fact]
    public void LastNegativeOfNone() => Verify.Same(
        Ran.Vector, Located.LastNegative, (x, y) => Located.LastNegative(x, y), n => (Data.Small<double>(n, 9), Data.Of<double>(n, 2)));

    [Fact]
    public void FirstNegativeFromBehind() => Verify.Same(
        Ran.Parallel, Located.FirstNegativeFromBehind, x => Located.FirstNegativeFromBehind(x), n => Data.Of<int>(n));

    [Fact]
    public void GivenStep() => Verify.Same(
        Ran.Parallel, Located.GivenStep, (a, b, f, s) => Located.GivenStep(a, b, f, s), n => (Data.Of<float>(n), Data.Of<float>(n, 2), 1, 3));

    [Fact]
    public void GivenStepBeyond() => Verify.Same(
        Ran.Parallel, Located.GivenStep, (a, b, f, s) => Located.GivenStep(a, b, f, s), n => (Data.Of<float>(n), Data.Of<float>(n / 2, 2), 0, 2));

    [Fact]
    public void GivenStepBack() => Verify.Same(
        Ran.Parallel, Located.GivenStepBack, (a, b, s) => Located.GivenStepBack(a, b, s), n => (Data.Of<int>(n), Data.Of<int>(n, 2), 2));

    [Fact]
    public void GivenStepAhead() => Verify.Same(
        Ran.Parallel, Located.GivenStepAhead, (a, b, s) => Located.GivenStepAhead(a, b, s), n => (Data.Of<int>(n), Data.Of<int>(n, 2), 2));

    [Fact]
    public void TwoSteps() => Verify.Same(
        Ran.Parallel, Located.TwoSteps, (a, b, s) => Located.TwoSteps(a, b, s), n => (Data.Of<int>(n), Data.Of<int>((3 * n) + 9, 2), 2));

    [Fact]
    public void Pointers() => Verify.Same(
        Ran.Vector, Located.Pointers, (a, b, c, s) => Located.Pointers(a, b, c, s), n => (Data.Of<double>(n + 3), Data.Of<double>(n, 2), Data.Of<int>(n, 3), 2));

    [Fact]
    public void PointersBeyond() => Verify.Same(
        Ran.Anything, Located.Pointers, (a, b, c, s) => Located.Pointers(a, b, c, s), n => (Data.Of<double>(n + 3), Data.Of<double>(n, 2), Data.Of<int>(n, 3), 5));

    [Fact]
    public void FloatSteps() => Verify.Same(Ran.Vector, Located.FloatSteps, (a, s, d) => Located.FloatSteps(a, s, d), n => (Data.Of<float>(n), 3f, -2f));

    [Fact]
    public void FloatStepsThatRound() => Verify.Same(Ran.Sequential, Located.FloatSteps, (a, s, d) => Located.FloatSteps(a, s, d), n => (Data.Of<float>(n), 3f, 0.1f));

    [Fact]
    public void FloatStepsThatGrow() => Verify.Same(Ran.Anything, Located.FloatSteps, (a, s, d) => Located.FloatSteps(a, s, d), n => (Data.Of<float>(n), 3f, 8191f));

    [Fact]
    public void FloatStepsFromMinusZero() => Verify.Same(Ran.Sequential, Located.FloatSteps, (a, s, d) => Located.FloatSteps(a, s, d), n => (Data.Of<float>(n), -0f, 0f));

    [Fact]
    public void FloatStepsOfNaN() => Verify.Same(Ran.Sequential, Located.FloatSteps, (a, s, d) => Located.FloatSteps(a, s, d), n => (Data.Of<float>(n), float.NaN, 1f));

    [Fact]
    public void OwnElement() => Verify.Same(
        Ran.Parallel, Located.OwnElement, (a, y) => Located.OwnElement(a, y), n => (Data.Matrix<int>(n, 700), Data.Of<int>(n, 2)), [0, 1, 2, 9]);

    [Fact]
    public void PrivateElement() => Verify.Same(
        Ran.Vector, Located.PrivateElement, (a, y) => Located.PrivateElement(a, y), n => (Data.Matrix<float>(n, 300), Data.Of<float>(n, 2)), [0, 1, 2, 9]);

    [Fact]
    public void PrivateElementBeyond() => Verify.Same(
        Ran.Anything, Located.PrivateElement, (a, y) => Located.PrivateElement(a, y), n => (Data.Matrix<float>(n / 2, 300), Data.Of<float>(n, 2)), [0, 1, 2, 9]);

    [Fact]
    public void OtherName() => Verify.Same(Ran.Vector, Located.OtherName, (a, b) => Located.OtherName(a, b), n => (Data.Of<float>(n + 1), Data.Of<float>(n, 2)));

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void Comb(int delay) => Verify.Same(
        Ran.Vector, Located.Comb, (x, y, d) => Located.Comb(x, y, d), n => (Data.Of<float>(n, 2), Data.Of<float>(n), delay));

    [Theory]
    [InlineData(63)]
    [InlineData(1)]
    public void CombOfNearNeighbours(int delay) => Verify.Same(
        Ran.Sequential, Located.Comb, (x, y, d) => Located.Comb(x, y, d), n => (Data.Of<float>(n, 2), Data.Of<float>(n), delay));

    [Fact]
    public void FarApart() => Verify.Same(Ran.Vector, Located.FarApart, (x, y) => Located.FarApart(x, y), n => (Data.Of<double>(n, 2), Data.Of<double>(n)));

    [Fact]
    public void HalfIndex() => Verify.Same(Ran.Vector, Located.HalfIndex, (x, y) => Located.HalfIndex(x, y), n => (Data.Of<int>(n + 8, 2), Data.Of<int>(n)));

    [Fact]
    public void HalfIndexBeyond() => Verify.Same(Ran.Anything, Located.HalfIndex, (x, y) => Located.HalfIndex(x, y), n => (Data.Of<int>(n / 3, 2), Data.Of<int>(n)));

    [Fact]
    public void Chain() => Verify.Reduction(
        Ran.Parallel,
        p => ChainSequential(p.X, p.Y),
        p => Located.Chain(p.X, p.Y),
        n => (X: Data.Ordinary<double>(n), Y: Data.Ordinary<double>(n, 2)),
        p => Exact.Sum(Terms(p.X, p.Y)),
        [0, 1, 2, 3, 64, 1000, 4097]);

    private static double ChainSequential(double[] x, double[] y)
    {
        Func<double[], double[], double> method = Located.Chain;
        return method(x, y);
    }

    /// <summary>Zeros of both signs.</summary>
    private static T[] Zeros<T>(int count)
        where T : struct, INumber<T> =>
        [.. Data.Small<T>(count, 2).Select(v => v == T.Zero ? v : -T.Zero)];

    private static IEnumerable<double> Terms(double[] x, double[] y)
    {
        yield return 1;
        for (var i = 0; i < x.Length - 1; i += 2)
        {
            yield return x[i] * y[i];
            yield return -x[i + 1];
            yield return y[i + 1];
        }
    }

    private static double[,] Matrix(int n)
    {
        var (values, matrix) = (Data.Of<double>(n), new double[n, 2]);
        for (var row = 0; row < n; row++)
            matrix[row, 1] = values[row];
        return matrix;
    }
}
