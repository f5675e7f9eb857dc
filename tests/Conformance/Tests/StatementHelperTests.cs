using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="StatementHelpers"/>.</summary>
public sealed class StatementHelperTests
{
    [Fact]
    public void ScaleAll() => Verify.Same(
        Ran.Vector, StatementHelpers.ScaleAll, (a, b) => StatementHelpers.ScaleAll(a, b), n => (Data.Of<double>(n), Data.Of<double>(n, 2)));

    [Fact]
    public void ScaleTooMany() => Verify.Same(
        Ran.Anything, StatementHelpers.ScaleAll, (a, b) => StatementHelpers.ScaleAll(a, b), n => (Data.Of<double>(n), Data.Of<double>(n / 2, 2)));

    [Fact]
    public void SwapAll() => Verify.Same(
        Ran.Vector, StatementHelpers.SwapAll, (a, b) => StatementHelpers.SwapAll(a, b), n => (Data.Of<int>(n), Data.Of<int>(n, 2)));

    [Fact]
    public void SwapOne() => Verify.Same(
        Ran.Anything,
        a =>
        {
            Action<int[], int[]> inOrder = StatementHelpers.SwapAll;
            inOrder(a, a);
        },
        a => StatementHelpers.SwapAll(a, a),
        n => Data.Of<int>(n));

    [Fact]
    public void Sum() => Verify.Same(Ran.Parallel, StatementHelpers.Sum, a => StatementHelpers.Sum(a), n => Data.Of<int>(n));

    [Fact]
    public void Range() => Verify.Same(Ran.Parallel, StatementHelpers.Range, a => StatementHelpers.Range(a), n => Data.Of<int>(n));

    [Fact]
    public void Rows() => Verify.Same(
        Ran.Parallel, StatementHelpers.Rows, (a, sums) => StatementHelpers.Rows(a, sums), n => (Data.Matrix<int>(n, 37), new int[n]), Sizes.Sides);
}
