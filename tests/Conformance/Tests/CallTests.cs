using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Calls"/>: pure callees may run on every core, others must not.</summary>
public sealed class CallTests
{
    [Fact]
    public void PureFunction() => Verify.Same(
        Ran.Parallel, Calls.PureFunction, (x, r) => Calls.PureFunction(x, r), n => (Data.Of<double>(n), new double[n]));

    [Fact]
    public void RecursiveFunction() => Verify.Same(Ran.Anything, Calls.Gamma, (x, r) => Calls.Gamma(x, r), n => (Data.Ordinary<double>(n), new double[n]));

    [Fact]
    public void Operators() => Verify.Same(
        Ran.Parallel, Calls.Operators, (x, y, r) => Calls.Operators(x, y, r), n => (Sums(n, 1), Sums(n, 2), new Money[n]));

    [Fact]
    public void Records() => Verify.Same(
        Ran.Anything, Calls.Records, (x, r) => Calls.Records(x, r), n => (Data.Of<int>(n).Select(v => new Point(v, -v)).ToArray(), new Point[n]));

    [Fact]
    public void Patterns() => Verify.Same(
        Ran.Anything,
        Calls.Patterns,
        (x, r) => Calls.Patterns(x, r),
        n => (Data.Small<int>(n, 200).Select((v, i) => (object?)(i % 4 == 0 ? v : i % 4 == 1 ? $"{v}" : i % 4 == 2 ? null : 1.5)).ToArray(), new string[n]));

    [Fact]
    public void Linq() => Verify.Same(Ran.Anything, Calls.Linq, (x, r) => Calls.Linq(x, r), n => (Data.Rows<int>(n, 9), new int[n]), Sizes.Few);

    [Fact]
    public void Deconstruction() => Verify.Same(
        Ran.Parallel, Calls.Deconstruction, (x, r) => Calls.Deconstruction(x, r), n => (Data.Of<int>(n).Zip(Data.Of<int>(n, 2)).ToArray(), new int[n]));

    [Fact]
    public void TryInside() => Verify.Same(
        Ran.Anything, Calls.TryInside, (x, r) => Calls.TryInside(x, r), n => (Numbers(n), new int[n]), [0, 1, 2, 17, 65, 300]);

    [Fact]
    public void OutVariable() => Verify.Same(Ran.Anything, Calls.OutVariable, (x, r) => Calls.OutVariable(x, r), n => (Numbers(n), new int[n]));

    [Fact]
    public void Slices() => Verify.Same(Ran.Anything, Calls.Slices, (x, r) => Calls.Slices(x, r), n => (Data.Texts(n), new string[n]));

    [Fact]
    public void Generic() => Verify.Same(Ran.Anything, Calls.Generic, (x, r) => Calls.Generic(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void ChangesItsArgument() => Verify.Same(
        Ran.Sequential, Calls.ChangesItsArgument, (x, r) => Calls.ChangesItsArgument(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void ThroughReference() => Verify.Same(Ran.Anything, Calls.ThroughReference, x => Calls.ThroughReference(x), n => Data.Of<int>(n));

    [Fact]
    public void TouchesTheNext() => Verify.Same(Ran.Sequential, Calls.TouchesTheNext, x => Calls.TouchesTheNext(x), n => Data.Of<int>(n));

    [Fact]
    public void Instance() => Verify.Same(
        Ran.Parallel, (Calls calls, int[] x) => ((Action<int[]>)calls.Instance)(x), (calls, x) => calls.Instance(x), n => (new Calls(3), Data.Of<int>(n)));

    private static Money[] Sums(int size, int seed) => [.. Data.Of<long>(size, seed).Select(v => new Money(v))];

    private static string[] Numbers(int size) => [.. Enumerable.Range(0, size).Select(i => i % 10 == 3 ? "none" : $"{i * 7}")];
}
