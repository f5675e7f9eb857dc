using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Least and greatest values.</summary>
public sealed class ExtremaTests
{
    private static readonly int[] _sizes = [.. Sizes.Few, 9000, 60000];

    [Fact]
    public void AtMost() => Verify.Same(Ran.Vector, Extrema.AtMost, x => Extrema.AtMost(x), n => Data.Of<int>(n));

    [Fact]
    public void Kept() => Verify.Same(Ran.Vector, Extrema.Kept, x => Extrema.Kept(x), n => Data.Of<int>(n));

    [Fact]
    public void Native() => Verify.Same(Ran.Parallel, Extrema.Native, x => Extrema.Native(x), n => Data.Of<nint>(n), _sizes);

    [Fact]
    public void NativeUnsigned() => Verify.Same(Ran.Parallel, Extrema.NativeUnsigned, x => Extrema.NativeUnsigned(x), n => Data.Of<nuint>(n), _sizes);

    [Fact]
    public void OfHalves() => Verify.Same(Ran.Parallel, Extrema.OfHalves, x => Extrema.OfHalves(x), n => Halves(n), _sizes);

    [Fact]
    public void ByIf() => Verify.Same(Ran.Parallel, Extrema.ByIf, x => Extrema.ByIf(x), n => Characters(n), _sizes);

    [Fact]
    public void OfCharacters() => Verify.Same(Ran.Parallel, Extrema.OfCharacters, x => Extrema.OfCharacters(x), n => Characters(n), _sizes);

    [Fact]
    public void Truncated() => Verify.Same(Ran.Anything, Extrema.Truncated, x => Extrema.Truncated(x), n => Data.Of<int>(n), _sizes);

    private static Half[] Halves(int n) => [.. Data.Of<int>(n).Select(v => v % 17 == 0 ? -Half.Zero : (Half)(v / 1e6))];

    private static char[] Characters(int n) => [.. Data.Of<int>(n).Select(v => (char)v)];
}
