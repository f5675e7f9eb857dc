using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Searches"/>, left at every place that a block of lanes makes different.</summary>
public sealed class SearchTests
{
    private delegate bool ContainsOf(ReadOnlySpan<byte> x, byte key);

    private static readonly IReadOnlyList<int> _sizes = [.. Sizes.Few, 511, 512, 513, 575, 600, 1023, 4097];

    [Theory]
    [MemberData(nameof(Places))]
    public void Find(int at) => Verify.Same(After(at), Searches.Find, (x, k) => Searches.Find(x, k), n => (With(n, at, 7), 7), _sizes);

    [Theory]
    [MemberData(nameof(Places))]
    public void Contains(int at)
    {
        ContainsOf original = Searches.Contains;
        Verify.Same(After(at), x => original(x, 7), x => Searches.Contains(x, 7), n => (byte[])[.. With(n, at, 7).Select(v => (byte)v)], _sizes);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Above(int at) => Verify.Same(
        After(at), Searches.Above, (x, l) => Searches.Above(x, l), n => ((double[])[.. With(n, n - 1 - at, 1000).Select(v => (double)v)], 9e5), _sizes);

    [Theory]
    [MemberData(nameof(Places))]
    public void UpTo(int at) => Verify.Same(
        After(at),
        Searches.UpTo,
        (x, y, r) => Searches.UpTo(x, y, r),
        n => ((float[])[.. With(n, -1, 0).Select(v => 200f + v)], (float[])[.. With(n, at, 1000).Select(v => (float)v)], Data.Ordinary<float>(n)),
        _sizes);

    /// <summary>The test reads what the loop writes.</summary>
    [Fact]
    public void UpToOfOneArray() => Verify.Same(
        Ran.Sequential,
        (x, y) => ((Action<float[], float[], float[]>)Searches.UpTo)(x, y, y),
        (x, y) => Searches.UpTo(x, y, y),
        n => ((float[])[.. With(n, -1, 0).Select(v => 200f + v)], (float[])[.. With(n, 700, 1000).Select(v => (float)v)]),
        _sizes);

    [Theory]
    [MemberData(nameof(Places))]
    public void Copied(int at) => Verify.Same(After(at), Searches.Copied, (x, r, e) => Searches.Copied(x, r, e), n => (With(n, at, 7), new int[n], 7), _sizes);

    /// <summary>The loop is left before it would leave an array.</summary>
    [Fact]
    public void CopiedIntoLess() => Verify.Same(
        Ran.Anything, Searches.Copied, (x, r, e) => Searches.Copied(x, r, e), n => (With(n, n / 2, 7), new int[(n / 2) + 1], 7), _sizes);

    [Theory]
    [MemberData(nameof(Places))]
    public void EveryThird(int at) => Verify.Same(
        After(at),
        Searches.EveryThird,
        (x, k, f) => Searches.EveryThird(x, k, f),
        n => ((short[])[.. With(3 * n, 3 * at, 7).Select(v => (short)v)], (short)7, n % 3),
        _sizes);

    [Fact]
    public void Own() => Verify.Same(Ran.Sequential, Searches.Own, (x, k) => Searches.Own(x, k), n => (Data.Small<int>(n, 100), 1000), _sizes);

    public static TheoryData<int> Places() => [-1, 0, 5, 255, 256, 257, 300, 319, 320, 330, 511, 512, 520, 599, 1022, 4090, 4096];

    /// <summary>Lanes begin where the first iterations have not left the loop.</summary>
    private static Ran After(int at) => at is >= 0 and < 256 ? Ran.Anything : Ran.Vector;

    /// <summary>Small numbers from 10 on, and one other.</summary>
    private static int[] With(int count, int at, int value) => [.. Data.Small<int>(count, 100).Select((v, i) => i == at ? value : 10 + Math.Abs(v % 90))];
}
