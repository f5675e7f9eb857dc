using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Recurrences"/>.</summary>
public sealed class RecurrenceTests
{
    private delegate void OneSpan(Span<int> y, ReadOnlySpan<int> x);

    private delegate void Spans(Span<int> a, Span<int> b);

    [Fact]
    public void Previous() => Verify.Same(Ran.Sequential, Recurrences.Previous, (y, x) => Recurrences.Previous(y, x), n => (Data.Of<float>(n), Data.Of<float>(n, 2)));

    [Fact]
    public void PreviousOfItself()
    {
        Action<float[], float[]> sequential = Recurrences.Previous;
        Verify.Same(Ran.Sequential, y => sequential(y, y), y => Recurrences.Previous(y, y), n => Data.Ordinary<float>(n));
    }

    [Fact]
    public void PreviousOfTooFew() => Verify.Same(
        Ran.Sequential, Recurrences.Previous, (y, x) => Recurrences.Previous(y, x), n => (Data.Of<float>(n * 3 / 4), Data.Of<float>(n, 2)), Sizes.Few);

    [Fact]
    public void Filter() => Verify.Same(Ran.Sequential, Recurrences.Filter, (y, x) => Recurrences.Filter(y, x), n => (Data.Ordinary<double>(n), Data.Ordinary<double>(n, 2)));

    [Fact]
    public void FourBefore() => Verify.Same(Ran.Anything, Recurrences.FourBefore, y => Recurrences.FourBefore(y), n => Data.Of<int>(n));

    [Fact]
    public void Downward() => Verify.Same(Ran.Sequential, Recurrences.Downward, (y, x) => Recurrences.Downward(y, x), n => (Data.Of<short>(n), Data.Of<short>(n, 2)));

    [Fact]
    public void EveryThird() => Verify.Same(Ran.Anything, Recurrences.EveryThird, y => Recurrences.EveryThird(y), n => Data.Of<byte>(n));

    [Fact]
    public void Both() => Verify.Same(
        Ran.Anything, Recurrences.Both, (a, b, c) => Recurrences.Both(a, b, c), n => (Data.Ordinary<float>(n), Data.Ordinary<float>(n, 2), Data.Ordinary<float>(n, 3)));

    [Fact]
    public void BothInOne()
    {
        Action<float[], float[], float[]> sequential = Recurrences.Both;
        Verify.Same(Ran.Anything, (a, c) => sequential(a, a, c), (a, c) => Recurrences.Both(a, a, c), n => (Data.Ordinary<float>(n), Data.Ordinary<float>(n, 2)));
    }

    [Fact]
    public void OnSomePaths() => Verify.Same(Ran.Sequential, Recurrences.OnSomePaths, (y, x) => Recurrences.OnSomePaths(y, x), n => (Data.Of<int>(n), Data.Of<int>(n, 2)));

    [Fact]
    public void Twice() => Verify.Same(Ran.Anything, Recurrences.Twice, (y, x) => Recurrences.Twice(y, x), n => (Data.Of<long>(n), Data.Of<long>(n, 2)));

    [Fact]
    public void OverSpans()
    {
        foreach (var shift in new[] { 0, 1, 2, 5000 })
        {
            OneSpan sequential = Recurrences.OverSpans;
            Verify.Same(
                Ran.Sequential,
                (values, n) => sequential(values.AsSpan(shift, n), values.AsSpan(1, n)),
                (values, n) => Recurrences.OverSpans(values.AsSpan(shift, n), values.AsSpan(1, n)),
                n => (Data.Of<int>(n + 5001), n),
                kernel: nameof(Recurrences.OverSpans));
        }
    }

    [Fact]
    public void TwoSpans()
    {
        foreach (var shift in new[] { 0, 1, 2, 5000 })
        {
            Spans sequential = Recurrences.TwoSpans;
            Verify.Same(
                Ran.Sequential,
                (values, n) => sequential(values.AsSpan(shift, n), values.AsSpan(1, n)),
                (values, n) => Recurrences.TwoSpans(values.AsSpan(shift, n), values.AsSpan(1, n)),
                n => (Data.Of<int>(n + 5001), n),
                kernel: nameof(Recurrences.TwoSpans));
        }
    }

    [Fact]
    public void Rows() => Verify.Same(Ran.Anything, Recurrences.Rows, (y, x) => Recurrences.Rows(y, x), n => (Matrix<float>(n, 1), Matrix<float>(n, 2)), Sizes.Sides);

    [Fact]
    public void Sweep() => Verify.Same(Ran.Anything, Recurrences.Sweep, y => Recurrences.Sweep(y), n => Matrix<double>(n, 1), Sizes.Sides);

    [Fact]
    public void ThroughLocals() => Verify.Same(Ran.Anything, Recurrences.ThroughLocals, (y, x) => Recurrences.ThroughLocals(y, x), n => (Data.Of<int>(n), Data.Of<int>(n, 2)));

    [Fact]
    public void Split() => Verify.Same(
        Ran.Anything, Recurrences.Split, (a, b, c) => Recurrences.Split(a, b, c), n => (Data.Ordinary<float>(n), Data.Ordinary<float>(n, 2), Data.Ordinary<float>(n, 3)));

    [Fact]
    public void ByLong() => Verify.Same(Ran.Sequential, Recurrences.ByLong, (y, end) => Recurrences.ByLong(y, end), n => (Data.Of<int>(n + 1), (long)n));

    private static T[,] Matrix<T>(int side, int seed)
        where T : struct, System.Numerics.INumber<T>
    {
        var matrix = new T[side, side + 3];
        var values = Data.Ordinary<T>(matrix.Length, seed);
        for (var i = 0; i < matrix.Length; i++)
            matrix[i / (side + 3), i % (side + 3)] = values[i];
        return matrix;
    }
}
