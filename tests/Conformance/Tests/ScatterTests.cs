using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Scatters"/>; many places are written by several iterations.</summary>
public sealed class ScatterTests
{
    private static readonly Spans _original = Scatters.OfSpans;

    private delegate void Spans(ReadOnlySpan<int> place, ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> result);

    [Fact]
    public void Product() => Verify.Same(
        Ran.Vector,
        Scatters.Product,
        (p, x, y, z, r) => Scatters.Product(p, x, y, z, r),
        n => (Places(n), Data.Of<float>(n), Data.Of<float>(n, 2), Data.Of<float>(n, 3), new float[Room(n)]),
        Sizes.Large);

    [Fact]
    public void Wide() => Verify.Same(
        Ran.Vector, Scatters.Wide, (p, x, y, r) => Scatters.Wide(p, x, y, r), n => (WidePlaces(n), Data.Of<double>(n), Data.Of<double>(n, 2), new double[Room(n)]));

    [Fact]
    public void ByInt32() => Verify.Same(
        Ran.Vector, Scatters.ByInt32, (p, x, y, r) => Scatters.ByInt32(p, x, y, r), n => (Places(n), Data.Of<double>(n), Data.Of<double>(n, 2), new double[Room(n)]));

    [Fact]
    public void Computed() => Verify.Same(
        Ran.Vector, Scatters.Computed, (k, x, r) => Scatters.Computed(k, x, r), n => (Data.Of<uint>(n), Data.Of<int>(n), new byte[256]));

    [Fact]
    public void Truth() => Verify.Same(
        Ran.Vector, Scatters.Truth, (p, x, y, r) => Scatters.Truth(p, x, y, r), n => (Places(n), Data.Of<float>(n), Data.Of<float>(n, 2), new bool[Room(n)]));

    [Fact]
    public void Rounded() => Verify.Same(
        Ran.Vector, Scatters.Rounded, (p, x, y, r) => Scatters.Rounded(p, x, y, r), n => (Places(n), Data.Of<double>(n), Data.Of<double>(n, 2), new float[Room(n)]));

    [Fact]
    public void Some() => Verify.Same(
        Ran.Vector, Scatters.Some, (p, x, y, r) => Scatters.Some(p, x, y, r), n => (PlacesWhere(Data.Of<float>(n), n), Data.Of<float>(n), Data.Of<float>(n, 2), new float[Room(n)]));

    [Fact]
    public void SomeWide() => Verify.Same(
        Ran.Vector,
        Scatters.SomeWide,
        (p, x, y, r) => Scatters.SomeWide(p, x, y, r),
        n => (PlacesWhere([.. Data.Of<double>(n).Select(v => (float)v)], n), Data.Of<double>(n), Data.Of<double>(n, 2), new double[Room(n)]));

    [Fact]
    public void Both() => Verify.Same(
        Ran.Vector,
        Scatters.Both,
        (p, x, y, f, s) => Scatters.Both(p, x, y, f, s),
        n => (Places(n), Data.Of<int>(n), Data.Of<int>(n, 2), new int[Room(n)], new int[Room(n) + 1]));

    [Fact]
    public void BothIntoOne() => Verify.Same(
        Ran.Sequential,
        (p, x, y, f) => ((Action<int[], int[], int[], int[], int[]>)Scatters.Both)(p, x, y, f, f),
        (p, x, y, f) => Scatters.Both(p, x, y, f, f),
        n => (Places(n), Data.Of<int>(n), Data.Of<int>(n, 2), new int[Room(n)]));

    [Fact]
    public void Counted() => Verify.Same(
        Ran.Anything, Scatters.Counted, (p, x, y, r) => Scatters.Counted(p, x, y, r), n => (Places(n), Data.Of<int>(n), Data.Of<int>(n, 2), new int[Room(n)]), Sizes.Large);

    [Fact]
    public void OfSpans() => Verify.Same(
        Ran.Vector,
        (p, x, y, r) => _original(p, x, y, r),
        (p, x, y, r) => Scatters.OfSpans(p, x, y, r),
        n => (Places(n), Data.Of<float>(n), Data.Of<float>(n, 2), new float[Room(n)]));

    [Fact]
    public void OfOneArray() => Verify.Same(
        Ran.Vector,
        (p, all) => _original(p, all.AsSpan(0, p.Length), all.AsSpan(p.Length / 2, p.Length), all.AsSpan(p.Length + (p.Length / 2))),
        (p, all) => Scatters.OfSpans(p, all.AsSpan(0, p.Length), all.AsSpan(p.Length / 2, p.Length), all.AsSpan(p.Length + (p.Length / 2))),
        n => (Places(n), Data.Of<float>((2 * n) + Room(n))));

    [Fact]
    public void OfOneArrayOverlapping() => Verify.Same(
        Ran.Sequential,
        (p, all) => _original(p, all.AsSpan(0, p.Length), all.AsSpan(p.Length, p.Length), all.AsSpan(1)),
        (p, all) => Scatters.OfSpans(p, all.AsSpan(0, p.Length), all.AsSpan(p.Length, p.Length), all.AsSpan(1)),
        n => (Places(n), Data.Ordinary<float>((2 * n) + Room(n))));

    [Fact]
    public void Histogram() => Verify.Same(
        Ran.Sequential, Scatters.Histogram, (p, x, y, r) => Scatters.Histogram(p, x, y, r), n => (Places(n), Data.Ordinary<float>(n), Data.Ordinary<float>(n, 2), new float[Room(n)]));

    [Fact]
    public void Twice() => Verify.Same(
        Ran.Sequential, Scatters.Twice, (p, x, y, r) => Scatters.Twice(p, x, y, r), n => (Places(n), Data.Of<float>(n), Data.Of<float>(n, 2), new float[Room(n) + n]));

    /// <summary>The first place outside throws what the loop throws, with all that came before it written.</summary>
    [Fact]
    public void Outside()
    {
        Action<int[], float[], float[], float[], float[]> sequential = Scatters.Product;
        Action<int[], int[], int[], int[], int[]> both = Scatters.Both;
        foreach (var size in (int[])[1, 40, 100, 129, 1000])
        {
            foreach (var at in (int[])[0, 1, size / 3, size / 2, size - 2, size - 1])
            {
                foreach (var wrong in (int[])[-1, size + 1, int.MinValue, int.MaxValue])
                {
                    int[] place = [.. Enumerable.Range(0, size).Select(i => i == at ? wrong : size - 1 - i)];
                    var (x, y, z) = (Data.Of<float>(size), Data.Of<float>(size, 2), Data.Of<float>(size, 3));
                    var (expected, actual) = (new float[size], new float[size]);
                    var thrown = Record.Exception(() => sequential(place, x, y, z, expected));
                    var rerouted = Record.Exception(() => Scatters.Product(place, x, y, z, actual));
                    Assert.Equal(thrown?.GetType(), rerouted?.GetType());
                    AssertSameBefore(at, size, expected, actual);
                    var (i, j) = (Data.Of<int>(size), Data.Of<int>(size, 2));
                    var (first, second) = (new int[size], new int[size]);
                    var (firstOf, secondOf) = (new int[size], new int[size]);
                    Assert.Equal(Record.Exception(() => both(place, i, j, first, second))?.GetType(), Record.Exception(() => Scatters.Both(place, i, j, firstOf, secondOf))?.GetType());
                    Assert.Equal(first[^Math.Max(at, 0)..], firstOf[^Math.Max(at, 0)..]);
                    Assert.Equal(second[^Math.Max(at, 0)..], secondOf[^Math.Max(at, 0)..]);
                }
            }
        }
    }

    /// <summary>The iterations before the failing one wrote the elements from the end.</summary>
    private static void AssertSameBefore(int at, int size, float[] expected, float[] actual)
    {
        for (var i = 0; i < Math.Min(at, size); i++)
            Assert.Equal(BitConverter.SingleToInt32Bits(expected[size - 1 - i]), BitConverter.SingleToInt32Bits(actual[size - 1 - i]));
    }

    private static int Room(int n) => (n / 2) + 1;

    private static int[] Places(int n) => [.. Enumerable.Range(0, n).Select(i => (int)(Data.Random(i, 7) % (ulong)Room(n)))];

    private static long[] WidePlaces(int n) => [.. Places(n).Select(p => (long)p)];

    /// <summary>Places inside where the value is positive, and anywhere else.</summary>
    private static int[] PlacesWhere(float[] x, int n) => [.. Places(n).Select((p, i) => x[i] > 0 ? p : (int)Data.Random(i, 9))];
}
