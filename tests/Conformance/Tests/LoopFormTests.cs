using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Loops of every shape: start, step, comparison, direction, index type, and what lives on after the loop.</summary>
public sealed class LoopFormTests
{
    [Fact]
    public void FromOne() => Verify.Same(Ran.Vector, LoopForms.FromOne, x => LoopForms.FromOne(x), One);

    [Fact]
    public void LessOrEqual() => Verify.Same(Ran.Vector, LoopForms.LessOrEqual, x => LoopForms.LessOrEqual(x), One);

    [Fact]
    public void NotEqual() => Verify.Same(Ran.Vector, LoopForms.NotEqual, x => LoopForms.NotEqual(x), One);

    [Fact]
    public void Mirrored() => Verify.Same(Ran.Vector, LoopForms.Mirrored, x => LoopForms.Mirrored(x), One);

    [Fact]
    public void Descending() => Verify.Same(Ran.Parallel, LoopForms.Descending, x => LoopForms.Descending(x), One);

    [Fact]
    public void DescendingExclusive() => Verify.Same(
        Ran.Parallel, LoopForms.DescendingExclusive, x => LoopForms.DescendingExclusive(x), n => Data.Of<float>(n));

    [Fact]
    public void ByTwo() => Verify.Same(Ran.Parallel, LoopForms.ByTwo, x => LoopForms.ByTwo(x), One);

    [Fact]
    public void ByThreeFromOne() => Verify.Same(Ran.Parallel, LoopForms.ByThreeFromOne, x => LoopForms.ByThreeFromOne(x), One);

    [Fact]
    public void DownByFive() => Verify.Same(Ran.Parallel, LoopForms.DownByFive, x => LoopForms.DownByFive(x), One, Sizes.Large);

    [Fact]
    public void ByAssignment() => Verify.Same(Ran.Parallel, LoopForms.ByAssignment, x => LoopForms.ByAssignment(x), One, Sizes.Large);

    [Fact]
    public void ByParameter()
    {
        foreach (var step in new[] { 1, 2, 7 })
            ByParameterOf(step);
    }

    [Fact]
    public void ByParameterBeyondTheEnd() => Verify.Same(
        Ran.Anything, LoopForms.ByParameter, (x, start, end, step) => LoopForms.ByParameter(x, start, end, step), n => (Data.Of<int>(n), 0, n + 1, 3), Sizes.Few);

    [Fact]
    public void ByParameterFromBeforeTheStart() => Verify.Same(
        Ran.Anything, LoopForms.ByParameter, (x, start, end, step) => LoopForms.ByParameter(x, start, end, step), n => (Data.Of<int>(n), -1, n, 1), Sizes.Few);

    [Fact]
    public void ByParameterThatNeverRuns() => Verify.Same(
        Ran.Anything, LoopForms.ByParameter, (x, start, end, step) => LoopForms.ByParameter(x, start, end, step), n => (Data.Of<int>(n), n, 0, -1), Sizes.Few);

    /// <summary>The step passes the largest integer, the index wraps around, and the loop runs into negative subscripts.</summary>
    [Fact]
    public void ByParameterThatWraps() => Verify.Same(
        Ran.Anything,
        LoopForms.ByParameter,
        (x, start, end, step) => LoopForms.ByParameter(x, start, end, step),
        n => (Data.Of<int>(n), 2, int.MaxValue, int.MaxValue - 1),
        Sizes.Few);

    [Fact]
    public void ReversedCopy() => Verify.Same(
        Ran.Parallel, LoopForms.ReversedCopy, (x, r) => LoopForms.ReversedCopy(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void ReversedCopyOntoItself() => Verify.Same(
        Ran.Anything, LoopForms.ReversedCopy, (x, r) => LoopForms.ReversedCopy(x, r), n => Twice(Data.Of<int>(n)));

    [Fact]
    public void LongIndex() => Verify.Same(Ran.Parallel, LoopForms.LongIndex, x => LoopForms.LongIndex(x), n => Data.Of<double>(n));

    [Fact]
    public void UnsignedIndex() => Verify.Same(Ran.Anything, LoopForms.UnsignedIndex, x => LoopForms.UnsignedIndex(x), One);

    [Fact]
    public void ByteIndex() => Verify.Same(
        Ran.Anything, LoopForms.ByteIndex, (x, end) => LoopForms.ByteIndex(x, end), n => (Data.Of<int>(n), (byte)Math.Min(n, 255)));

    [Fact]
    public void HugeLongSum() => Verify.Same(
        Ran.Parallel,
        LoopForms.HugeLongSum,
        (start, count, r) => LoopForms.HugeLongSum(start, count, r),
        n => (long.MaxValue - n - 3, (long)n, new long[1]));

    [Fact]
    public void LongSumAroundZero() => Verify.Same(
        Ran.Parallel, LoopForms.HugeLongSum, (start, count, r) => LoopForms.HugeLongSum(start, count, r), n => (-(long)n / 2, (long)n, new long[1]));

    [Fact]
    public void UpToLargestInt() => Verify.Same(
        Ran.Parallel, LoopForms.UpToLargestInt, (start, r) => LoopForms.UpToLargestInt(start, r), n => (int.MaxValue - n, new long[1]));

    [Fact]
    public void While() => Verify.Same(Ran.Parallel, LoopForms.While, x => LoopForms.While(x), One);

    [Fact]
    public void WhileThenIndex() => Verify.Same(
        Ran.Parallel, LoopForms.WhileThenIndex, (x, r) => LoopForms.WhileThenIndex(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void IndexLivesOn() => Verify.Same(Ran.Vector, LoopForms.IndexLivesOn, x => LoopForms.IndexLivesOn(x), One);

    [Fact]
    public void LastValueLivesOn() => Verify.Same(
        Ran.Parallel, LoopForms.LastValueLivesOn, (x, r) => LoopForms.LastValueLivesOn(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void Foreach() => Verify.Same(Ran.Vector, LoopForms.Foreach, (x, r) => LoopForms.Foreach(x, r), n => (Data.Of<int>(n), new int[1]));

    [Fact]
    public void ForeachVar() => Verify.Same(Ran.Vector, LoopForms.ForeachVar, x => LoopForms.ForeachVar(x), One);

    [Fact]
    public void ForeachRange() => Verify.Same(Ran.Parallel, LoopForms.ForeachRange, x => LoopForms.ForeachRange(x), One);

    [Fact]
    public void Continue() => Verify.Same(Ran.Parallel, LoopForms.Continue, (x, r) => LoopForms.Continue(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void Break() => Verify.Same(Ran.Sequential, LoopForms.Break, (x, stop) => LoopForms.Break(x, stop), n => (Data.Of<int>(n), 1));

    [Fact]
    public void Find() => Verify.Same(Ran.Sequential, LoopForms.Find, (x, wanted) => LoopForms.Find(x, wanted), n => (Data.Of<int>(n), int.MaxValue));

    [Fact]
    public void TwoIndices() => Verify.Same(
        Ran.Anything, LoopForms.TwoIndices, (x, y) => LoopForms.TwoIndices(x, y), n => (Data.Of<int>(n), Data.Of<int>(2 * n, 2)));

    [Fact]
    public void SecondCounter() => Verify.Same(
        Ran.Anything, LoopForms.SecondCounter, (x, r) => LoopForms.SecondCounter(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void DoWhile() => Verify.Same(Ran.Anything, LoopForms.DoWhile, x => LoopForms.DoWhile(x), One);

    [Fact]
    public void IndexIsAssigned() => Verify.Same(Ran.Sequential, LoopForms.IndexIsAssigned, x => LoopForms.IndexIsAssigned(x), One);

    [Fact]
    public void BoundIsAssigned() => Verify.Same(Ran.Sequential, LoopForms.BoundIsAssigned, x => LoopForms.BoundIsAssigned(x), One);

    [Fact]
    public void FromEndIndex() => Verify.Same(
        Ran.Anything, LoopForms.FromEndIndex, (x, r) => LoopForms.FromEndIndex(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void Ranges() => Verify.Same(
        Ran.Parallel, LoopForms.Ranges, (x, start, end) => LoopForms.Ranges(x, start, end), n => (Data.Of<int>(n), n / 5, n - n / 7));

    [Fact]
    public void Empty() => Verify.Same(Ran.Anything, LoopForms.Empty, x => LoopForms.Empty(x), One);

    [Fact]
    public void Switch() => Verify.Same(Ran.Parallel, LoopForms.Switch, (x, r) => LoopForms.Switch(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void SwitchExpression() => Verify.Same(
        Ran.Parallel, LoopForms.SwitchExpression, (x, r) => LoopForms.SwitchExpression(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void LocalFunction() => Verify.Same(
        Ran.Anything, LoopForms.LocalFunction, (x, factor) => LoopForms.LocalFunction(x, factor), n => (Data.Of<int>(n), 3));

    [Fact]
    public void NullArray() => Verify.Same(Ran.Anything, LoopForms.FromOne, x => LoopForms.FromOne(x), _ => (int[])null!, Sizes.Few);

    private static int[] One(int size) => Data.Of<int>(size);

    private static (T, T) Twice<T>(T value) => (value, value);

    private static void ByParameterOf(int step) => Verify.Same(
        Ran.Parallel,
        LoopForms.ByParameter,
        (x, start, end, by) => LoopForms.ByParameter(x, start, end, by),
        n => (Data.Of<int>(n), n / 9, n - n / 11, step),
        Sizes.Large);
}
