using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Recursions"/>.</summary>
public sealed class RecursionTests
{
    [Fact]
    public void Fibonacci() => Verify.Same(Ran.Parallel, Recursions.Fibonacci, x => Recursions.Fibonacci(x), n => Data.Of<int>(n), Sizes.Few);

    [Fact]
    public void Parities() => Verify.Same(Ran.Parallel, Recursions.Parities, (x, e) => Recursions.Parities(x, e), n => (Data.Of<int>(n), new bool[n]), Sizes.Few);

    [Fact]
    public void Places() => Verify.Same(
        Ran.Anything, Recursions.Places, (s, w, p) => Recursions.Places(s, w, p), n => (Enumerable.Range(0, n).ToArray(), Data.Of<int>(n), new int[n]), Sizes.Few);

    [Fact]
    public void Cases() => Verify.Same(Ran.Vector, Recursions.Cases, x => Recursions.Cases(x), n => Data.Of<int>(n));

    [Fact]
    public void Around() => Verify.Same(Ran.Anything, Recursions.Around, x => Recursions.Around(x), n => Data.Of<int>(n), Sizes.Few);

    [Fact]
    public void Fluent() => Verify.Same(Ran.Parallel, Recursions.Fluent, (x, t) => Recursions.Fluent(x, t), n => (Data.Of<int>(n), new string[n]), Sizes.Few);
}
