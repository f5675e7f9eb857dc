using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Loops among other statements, several in one method.</summary>
public sealed class SeveralLoopTests
{
    [Fact]
    public void Normalize() => Verify.Same(Ran.Vector, SeveralLoops.Normalize, x => SeveralLoops.Normalize(x), n => Data.Ordinary<double>(n));

    [Fact]
    public void PingPong() => Verify.Same(
        Ran.Parallel, SeveralLoops.PingPong, (a, b, rounds) => SeveralLoops.PingPong(a, b, rounds), n => (Data.Of<float>(n), Data.Of<float>(n, 2), 4));

    [Fact]
    public void PingPongInPlace() => Verify.Same(
        Ran.Anything,
        SeveralLoops.PingPong,
        (a, b, rounds) => SeveralLoops.PingPong(a, b, rounds),
        n =>
        {
            var x = Data.Of<float>(n);
            return (x, x, 3);
        });

    [Fact]
    public void EarlyReturn() => Verify.Same(
        Ran.Vector, SeveralLoops.EarlyReturn, (x, limit) => SeveralLoops.EarlyReturn(x, limit), n => (Data.Of<int>(n), 200));

    [Fact]
    public void Branches()
    {
        foreach (var up in new[] { true, false })
            Verify.Same(Ran.Parallel, SeveralLoops.Branches, (x, b) => SeveralLoops.Branches(x, b), n => (Data.Of<int>(n), up));
    }

    [Fact]
    public void InTry() => Verify.Same(Ran.Anything, SeveralLoops.InTry, (x, r) => SeveralLoops.InTry(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void CaughtInTheMethod() => Verify.Same(
        Ran.Anything,
        (x, r) => Returned(SeveralLoops.InTry, x, r),
        (x, r) => SeveralLoops.InTry(x, r),
        n => (Data.Of<int>(n + 1), new int[n]),
        Sizes.Few,
        nameof(SeveralLoops.InTry));

    [Fact]
    public void InUsing() => Verify.Same(
        Ran.Anything, SeveralLoops.InUsing, (x, log) => SeveralLoops.InUsing(x, log), n => (Data.Of<int>(n), new List<string>()));

    [Fact]
    public void InLock() => Verify.Same(
        Ran.Anything, SeveralLoops.InLock, (x, gate) => SeveralLoops.InLock(x, gate), n => (Data.Of<int>(n), new object()));

    [Fact]
    public void SameNames() => Verify.Same(Ran.Vector, SeveralLoops.SameNames, x => SeveralLoops.SameNames(x), n => Data.Of<int>(n));

    [Fact]
    public void InSwitch()
    {
        foreach (var kind in new[] { 0, 1, 2, 3 })
            Verify.Same(Ran.Anything, SeveralLoops.InSwitch, (x, k) => SeveralLoops.InSwitch(x, k), n => (Data.Of<int>(n), kind), Sizes.Few);
    }

    [Fact]
    public void AfterGoto() => Verify.Same(Ran.Anything, SeveralLoops.AfterGoto, x => SeveralLoops.AfterGoto(x), n => Data.Of<int>(n));

    [Fact]
    public void Chain() => Verify.Same(
        Ran.Vector,
        SeveralLoops.Chain,
        (x, y, z) => SeveralLoops.Chain(x, y, z),
        n => (Data.Of<float>(n), Data.Of<float>(n, 2), Data.Of<float>(n, 3)));

    private static string Returned(Func<int[], int[], string> sequential, int[] x, int[] result) => sequential(x, result);

    [Fact]
    public void GoesOn() => Verify.Same(
        Ran.Vector, SeveralLoops.GoesOn, (x, r) => SeveralLoops.GoesOn(x, r), n => (Data.Small<int>(n, 40), Data.Of<int>(n)));
}
