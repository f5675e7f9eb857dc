using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Histograms"/>: what copies hold must come out as what the loop itself counts.</summary>
public sealed class HistogramTests
{
    private static readonly int[] _sizes = [0, 1, 2, 31, 32, 33, 1000, 4097, 50_021];

    [Fact]
    public void OfBytes() => Verify.Same(Ran.Parallel, Histograms.OfBytes, a => Histograms.OfBytes(a), n => Data.Of<byte>(n), _sizes);

    [Fact]
    public void IntoGiven() => Verify.Same(
        Ran.Parallel,
        Histograms.IntoGiven,
        (keys, weights, sums, counts) => Histograms.IntoGiven(keys, weights, sums, counts),
        n => (Data.Small<int>(n, 20), Data.Of<int>(n, 2), Data.Of<long>(20, 3), Data.Of<byte>(20, 4)),
        _sizes);

    [Fact]
    public void ThatLeaves() => Verify.Same(
        Ran.Parallel,
        Histograms.ThatMayLeave,
        (keys, counts) => Histograms.ThatMayLeave(keys, counts),
        n => (WithOne(Data.Small<int>(n, 20), n / 2, 20), Data.Of<int>(20, 3)),
        _sizes);

    [Fact]
    public void ThatLeavesTwice() => Verify.Same(
        Ran.Parallel,
        Histograms.ThatMayLeave,
        (keys, counts) => Histograms.ThatMayLeave(keys, counts),
        n => (WithOne(WithOne(Data.Small<int>(n, 20), n / 3, -1), n - 1, 99), Data.Of<int>(20, 3)),
        _sizes);

    [Fact]
    public void OfItself() => Verify.Same(
        Ran.Anything,
        counts => OfItselfInOrder(counts, counts),
        counts => Histograms.ThatMayLeave(counts, counts),
        n => Data.Small<int>(n, Math.Max(1, n)),
        _sizes);

    [Fact]
    public void OfNothing() => Verify.Same(
        Ran.Anything,
        Histograms.ThatMayLeave,
        (keys, counts) => Histograms.ThatMayLeave(keys, counts),
        n => (Data.Small<int>(n, 20), (int[])null!),
        _sizes);

    [Fact]
    public void WithResults() => Verify.Same(
        Ran.Parallel,
        Histograms.WithResults,
        (keys, counts, results) => Histograms.WithResults(keys, counts, results),
        n => (Data.Small<int>(n, 7), new int[7], new double[n]),
        _sizes);

    [Fact]
    public void WithResultsThatEnd() => Verify.Same(
        Ran.Anything,
        Histograms.WithResults,
        (keys, counts, results) => Histograms.WithResults(keys, counts, results),
        n => (Data.Small<int>(n, 7), new int[7], new double[Math.Max(0, n - 1)]),
        _sizes);

    [Fact]
    public void Extremes() => Verify.Same(
        Ran.Parallel,
        Histograms.Extremes,
        (keys, values, least, greatest) => Histograms.Extremes(keys, values, least, greatest),
        n => (Data.Of<int>(n), Data.Of<int>(n, 2), Data.Of<int>(64, 3), Data.Of<int>(64, 4)),
        _sizes);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void FloatingExtremes(int kind) => Verify.Same(
        Ran.Parallel,
        Histograms.FloatingExtremes,
        (keys, values, least, greatest) => Histograms.FloatingExtremes(keys, values, least, greatest),
        n => (Data.Small<int>(n, 20), Values<float>(n, kind), Values<float>(20, kind), Data.Ordinary<float>(20, 4)),
        _sizes);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void FloatingExtremesByComparison(int kind) => Verify.Same(
        Ran.Parallel,
        Histograms.FloatingExtremesByComparison,
        (keys, values, least, greatest) => Histograms.FloatingExtremesByComparison(keys, values, least, greatest),
        n => (Data.Small<int>(n, 20), Values<double>(n, kind), Values<double>(20, kind), Data.Ordinary<double>(20, 4)),
        _sizes);

    /// <summary>Nothing is below a zero of either sign but the zeros, of which the first stays.</summary>
    [Fact]
    public void FloatingZeros() => Verify.Same(
        Ran.Parallel,
        Histograms.FloatingExtremesByComparison,
        (keys, values, least, greatest) => Histograms.FloatingExtremesByComparison(keys, values, least, greatest),
        n => (Data.Small<int>(n, 20), (double[])[.. Data.Small<int>(n, 3).Select(v => v == 0 ? -0.0 : v == 1 ? 0.0 : 3.0)], (double[])[.. Enumerable.Repeat(5.0, 20)], new double[20]),
        _sizes);

    [Fact]
    public void FloatingExtremesOfOwn() => Verify.Same(
        Ran.Parallel,
        Histograms.FloatingExtremesOfOwn,
        (keys, values) => Histograms.FloatingExtremesOfOwn(keys, values),
        n => (Data.Small<int>(n, 20), Data.Floats<float>(n)),
        _sizes);

    [Fact]
    public void Bits() => Verify.Same(
        Ran.Parallel,
        Histograms.Bits,
        (values, all, any, parity) => Histograms.Bits(values, all, any, parity),
        n => (Data.Of<uint>(n), Data.Of<uint>(32, 2), Data.Of<uint>(32, 3), Data.Of<uint>(32, 4)),
        _sizes);

    [Fact]
    public void Where() => Verify.Same(
        Ran.Parallel, Histograms.Where, (x, counts) => Histograms.Where(x, counts), n => (Data.Ordinary<float>(n), Data.Of<int>(8, 3)), _sizes);

    [Fact]
    public void OfPairs() => Verify.Same(
        Ran.Parallel,
        Histograms.OfPairs,
        (left, right, counts) => Histograms.OfPairs(left, right, counts),
        n => (Data.Of<byte>(n), Data.Of<byte>(n, 2), Data.Matrix<int>(8, 4, 3)),
        _sizes);

    [Fact]
    public void OfSpan() => Verify.Same(
        Ran.Parallel,
        (text, counts) => OfSpanInOrder(text, counts),
        (text, counts) => Histograms.OfSpan(text, counts),
        n => (Data.Of<byte>(n), Data.Of<int>(256, 3)),
        _sizes);

    [Fact]
    public void OfOverlappingSpan() => Verify.Same(
        Ran.Anything,
        text => OfSpanInOrder(text, System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(text.AsSpan())),
        text => Histograms.OfSpan(text, System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(text.AsSpan())),
        n => Data.Of<byte>(Math.Max(1024, n)),
        _sizes);

    [Fact]
    public void OnTheStack() => Verify.Same(Ran.Parallel, Histograms.OnTheStack, a => Histograms.OnTheStack(a), n => Data.Of<byte>(n), _sizes);

    [Fact]
    public void OfImage() => Verify.Same(Ran.Parallel, Histograms.OfImage, a => Histograms.OfImage(a), n => Data.Matrix<byte>(n, n + 1), [0, 1, 2, 40, 130]);

    [Fact]
    public void WithSum() => Verify.Same(
        Ran.Parallel, Histograms.WithSum, (data, counts) => Histograms.WithSum(data, counts), n => (Data.Of<byte>(n), new int[256]), _sizes);

    [Fact]
    public void Columns() => Verify.Same(
        Ran.Parallel,
        Histograms.Columns,
        (a, sums) => Histograms.Columns(a, sums),
        n => (Data.Matrix<int>(n, 12), Data.Of<int>(12, 2)),
        [0, 1, 2, 40, 130, 3000]);

    [Fact]
    public void OfDoublesInOrder() => Verify.Same(
        Ran.Sequential,
        Histograms.OfDoublesInOrder,
        (keys, values) => Histograms.OfDoublesInOrder(keys, values),
        n => (Data.Small<int>(n, 16), Data.Floats<double>(n, 2)),
        _sizes);

    [Fact]
    public void ReadElsewhere() => Verify.Same(
        Ran.Sequential,
        Histograms.ReadElsewhere,
        (keys, counts) => Histograms.ReadElsewhere(keys, counts),
        n => (Data.Small<int>(n, 16), Data.Of<int>(16, 2)),
        _sizes);

    [Fact]
    public void OfDoublesHasOneResult()
    {
        foreach (var size in _sizes)
        {
            var (keys, values) = (Data.Small<int>(size, 16), Data.Ordinary<double>(size, 2));
            Func<int[], double[], double[]> inOrder = Histograms.OfDoubles;
            var expected = inOrder(keys, values);
            double[]? first = null;
            foreach (var workers in Verify.WorkerCounts)
            {
                using var limit = Workers.Limit(workers);
                var actual = Histograms.OfDoubles(keys, values);
                first ??= actual;
                Assert.Equal(first, actual);
                for (var k = 0; k < 16; k++)
                    Assert.Equal(expected[k], actual[k], 1e-9);
            }
        }
    }

    private static int[] WithOne(int[] keys, int place, int key)
    {
        if (place >= 0 && place < keys.Length)
            keys[place] = key;
        return keys;
    }

    private static void OfItselfInOrder(int[] keys, int[] counts)
    {
        Action<int[], int[]> inOrder = Histograms.ThatMayLeave;
        inOrder(keys, counts);
    }

    private static T[] Values<T>(int count, int kind)
        where T : struct, System.Numerics.INumber<T> => kind switch
        {
            0 => Data.Ordinary<T>(count, 2),
            1 => Data.Floats<T>(count, 2),
            _ => Data.Payloads<T>(count, 2),
        };

    private static void OfSpanInOrder(ReadOnlySpan<byte> text, Span<int> counts)
    {
        foreach (var letter in text)
            counts[letter]++;
    }
}
