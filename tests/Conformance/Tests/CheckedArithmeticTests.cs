using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Overflow is reported exactly where the user's text says so.</summary>
public sealed class CheckedArithmeticTests
{
    [Fact]
    public void Block() => Verify.Same(
        Ran.Anything, CheckedArithmetic.Block, (x, y) => CheckedArithmetic.Block(x, y), n => (Data.Small<int>(n, 1000), Data.Small<int>(n, 1000, 2)));

    [Fact]
    public void BlockThatOverflows() => Verify.Same(
        Ran.Anything, CheckedArithmetic.Block, (x, y) => CheckedArithmetic.Block(x, y), n => (Data.Of<int>(n), Data.Of<int>(n, 2)));

    [Fact]
    public void UncheckedInside() => Verify.Same(
        Ran.Parallel, CheckedArithmetic.UncheckedInside, x => CheckedArithmetic.UncheckedInside(x), n => Data.Of<int>(n));

    [Fact]
    public void Sum() => Verify.Same(Ran.Anything, CheckedArithmetic.Sum, x => CheckedArithmetic.Sum(x), n => Data.Small<long>(n, 1000));

    [Fact]
    public void SumThatOverflows() => Verify.Same(Ran.Anything, CheckedArithmetic.Sum, x => CheckedArithmetic.Sum(x), n => Data.Of<long>(n));

    [Fact]
    public void Negate() => Verify.Same(
        Ran.Anything, CheckedArithmetic.Negate, x => CheckedArithmetic.Negate(x), n => Data.Small<sbyte>(n, 100));

    [Fact]
    public void NegateThatOverflows() => Verify.Same(Ran.Anything, CheckedArithmetic.Negate, x => CheckedArithmetic.Negate(x), n => Data.Of<sbyte>(n));

    [Fact]
    public void Index() => Verify.Same(
        Ran.Anything, CheckedArithmetic.Index, (x, start) => CheckedArithmetic.Index(x, start), n => (Data.Of<int>(n), n / 2));
}
