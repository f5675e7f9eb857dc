using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="LastValues"/>.</summary>
public sealed class LastValueTests
{
    private static readonly int[] _sizes = [0, 1, 2, 31, 65, 1000, 4097, 50_021];

    [Fact]
    public void OfSome() => Verify.Same(Ran.Parallel, LastValues.OfSome, x => LastValues.OfSome(x), n => Data.Small<int>(n, 50), _sizes);

    [Fact]
    public void OfSomeThatIsNever() => Verify.Same(Ran.Parallel, LastValues.OfSome, x => LastValues.OfSome(x), n => new int[n], _sizes);

    [Fact]
    public void OfSomeThatIsOnceAtTheBeginning() => Verify.Same(Ran.Parallel, LastValues.OfSome, x => LastValues.OfSome(x), n => (int[])[3, .. new int[n]], _sizes);

    [Fact]
    public void OfTexts() => Verify.Same(Ran.Parallel, LastValues.OfTexts, x => LastValues.OfTexts(x), n => Texts(n), _sizes);

    [Fact]
    public void OfTextsThatAreMissing() => Verify.Same(
        Ran.Anything,
        LastValues.OfTexts,
        x => LastValues.OfTexts(x),
        n => (string[])[.. Texts(n).Select((t, i) => i == n / 2 ? null! : t)],
        _sizes);

    [Fact]
    public void WithSum() => Verify.Same(
        Ran.Parallel,
        LastValues.WithSum,
        (x, y) => LastValues.WithSum(x, y),
        n => ((double[])[.. Data.Small<int>(n, 50).Select(v => v / 4.0)], new double[n]),
        _sizes);

    [Fact]
    public void OfChoice() => Verify.Same(
        Ran.Parallel,
        LastValues.OfChoice,
        (x, texts) => LastValues.OfChoice(x, texts),
        n => (Data.Small<int>(n, 50), Texts(n)),
        _sizes);

    [Fact]
    public void NotBefore() => Verify.Same(
        Ran.Parallel,
        LastValues.NotBefore,
        (x, y) => LastValues.NotBefore(x, y),
        n => (Data.Small<int>(n, 50), new int[n]),
        _sizes);

    [Fact]
    public void WithCounts() => Verify.Same(
        Ran.Parallel,
        LastValues.WithCounts,
        (x, counts) => LastValues.WithCounts(x, counts),
        n => (Data.Small<int>(n, 20), new int[20]),
        _sizes);

    [Fact]
    public void WithHeader() => Verify.Same(
        Ran.Parallel,
        LastValues.WithHeader,
        (x, y, limit) => LastValues.WithHeader(x, y, limit),
        n => (Data.Small<int>(n, 500), new int[n], 5),
        _sizes);

    [Fact]
    public void OfNest() => Verify.Same(
        Ran.Parallel,
        LastValues.OfNest,
        (x, y, rounds) => LastValues.OfNest(x, y, rounds),
        n => (Data.Small<int>(n, 500), new int[n], 5),
        _sizes);

    private static string[] Texts(int count) => [.. Enumerable.Range(0, count).Select(i => new string(' ', i % 3) + (i * 7 % 11))];
}
