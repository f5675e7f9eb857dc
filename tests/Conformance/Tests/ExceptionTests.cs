using System.Diagnostics;

using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>
/// A failing loop throws what the sequential one throws, from the user's own line, and has done all that the sequential one had
/// done by then.
/// </summary>
public sealed class ExceptionTests
{
    private static readonly int[] _sizes = [1, 2, 3, 8, 17, 33, 64, 65, 129, 1000, 4097, 50_021];

    [Fact]
    public void TooShort()
    {
        Action<int[], int[]> sequential = Throwing.TooShort;
        AtEvery(
            Ran.Sequential,
            (size, at) => (X: Data.Of<int>(size), Result: new int[at]),
            a => sequential(a.X, a.Result),
            a => Throwing.TooShort(a.X, a.Result),
            a => a.Result);
    }

    [Fact]
    public void OperandTooShort()
    {
        Func<int[], int[], int> sequential = Throwing.OperandTooShort;
        AtEvery(
            Ran.Sequential,
            (size, at) => (X: Data.Of<int>(size), Y: Data.Of<int>(at, 2)),
            a => sequential(a.X, a.Y),
            a => Throwing.OperandTooShort(a.X, a.Y),
            a => a.X);
    }

    [Fact]
    public void NullOperand()
    {
        Action<int[], int[]?> sequential = Throwing.NullOperand;
        AtEvery(Ran.Sequential, (size, _) => Data.Of<int>(size), x => sequential(x, null), x => Throwing.NullOperand(x, null), x => x);
    }

    [Fact]
    public void NullOperandOfEmptyLoop() => Throwing.NullOperand([], null);

    [Fact]
    public void DivideByZero()
    {
        Action<int[], int[], int[]> sequential = Throwing.Divide;
        AtEvery(
            Ran.Anything,
            (size, at) => (X: Data.Of<int>(size), Y: (int[])[.. Data.Small<int>(size, 100).Select((v, i) => i < at ? v + 1 : i == at ? 0 : v)], Result: new int[size]),
            a => sequential(a.X, a.Y, a.Result),
            a => Throwing.Divide(a.X, a.Y, a.Result),
            a => a.Result);
    }

    [Fact]
    public void DivideOverflow()
    {
        Action<int[], int[], int[]> sequential = Throwing.Divide;
        AtEvery(
            Ran.Anything,
            (size, at) => (
                X: (int[])[.. Enumerable.Range(0, size).Select(i => i == at ? int.MinValue : i)],
                Y: (int[])[.. Enumerable.Range(0, size).Select(i => i == at ? -1 : 3)],
                Result: new int[size]),
            a => sequential(a.X, a.Y, a.Result),
            a => Throwing.Divide(a.X, a.Y, a.Result),
            a => a.Result);
    }

    [Fact]
    public void OfTheUser()
    {
        Action<int[], int> sequential = Throwing.OfTheUser;
        AtEvery(
            Ran.Anything,
            (size, at) => (int[])[.. Enumerable.Range(0, size).Select(i => i >= at && (i - at) % 5 == 0 ? 1000 + i : i % 900)],
            x => sequential(x, 1000),
            x => Throwing.OfTheUser(x, 1000),
            x => x);
    }

    [Fact]
    public void InACall()
    {
        Action<int[], int> sequential = Throwing.InACall;
        AtEvery(
            Ran.Anything,
            (size, at) => (int[])[.. Enumerable.Range(0, size).Select(i => i >= at && (i - at) % 3 == 0 ? 1000 + i : i % 900)],
            x => sequential(x, 1000),
            x => Throwing.InACall(x, 1000),
            x => x);
    }

    [Fact]
    public void Overflow()
    {
        Action<int[]> sequential = Throwing.Overflow;
        AtEvery(
            Ran.Anything,
            (size, at) => (int[])[.. Enumerable.Range(0, size).Select(i => i == at ? int.MaxValue : i)],
            x => sequential(x),
            x => Throwing.Overflow(x),
            x => x);
    }

    [Fact]
    public void OverflowingSum()
    {
        Func<int[], int> sequential = Throwing.OverflowingSum;
        AtEvery(
            Ran.Anything,
            (size, at) => (int[])[.. Enumerable.Range(0, size).Select(i => i == at ? int.MaxValue : i == 0 ? 1 : 0), 5],
            x => sequential(x),
            x => Throwing.OverflowingSum(x),
            x => x);
    }

    /// <summary>The partial sums overflow in another order, but not in the user's.</summary>
    [Fact]
    public void SumThatNearlyOverflows() => Verify.Same(
        Ran.Anything,
        Throwing.OverflowingSum,
        x => Throwing.OverflowingSum(x),
        n => Enumerable.Range(0, n).Select(i => i % 2 == 0 ? int.MaxValue - 3 : -int.MaxValue + 2).ToArray());

    [Fact]
    public void WrongCast()
    {
        Action<object[], int[]> sequential = Throwing.WrongCast;
        AtEvery(
            Ran.Anything,
            (size, at) => (X: (object[])[.. Enumerable.Range(0, size).Select(i => i == at ? "text" : (object)i)], Result: new int[size]),
            a => sequential(a.X, a.Result),
            a => Throwing.WrongCast(a.X, a.Result),
            a => a.Result);
    }

    [Fact]
    public void NullElement()
    {
        Action<string?[], int[]> sequential = Throwing.NullElement;
        AtEvery(
            Ran.Anything,
            (size, at) => (X: (string?[])[.. Data.Texts(size).Select((t, i) => i >= at ? null : t)], Result: new int[size]),
            a => sequential(a.X, a.Result),
            a => Throwing.NullElement(a.X, a.Result),
            a => a.Result);
    }

    [Fact]
    public void Parse()
    {
        Action<string[], int[]> sequential = Throwing.Parse;
        AtEvery(
            Ran.Anything,
            (size, at) => (X: (string[])[.. Enumerable.Range(0, size).Select(i => i < at ? $"{i}" : $"number {i}")], Result: new int[size]),
            a => sequential(a.X, a.Result),
            a => Throwing.Parse(a.X, a.Result),
            a => a.Result);
    }

    [Fact]
    public void RowTooShort()
    {
        Action<int[][]> sequential = Throwing.RowTooShort;
        AtEvery(
            Ran.Anything,
            (size, at) => (int[][])[.. Enumerable.Range(0, size).Select(i => new int[i == at && i > 0 ? 3 : 5])],
            x => sequential(x),
            x => Throwing.RowTooShort(x),
            x => x.Where((_, row) => row < x.Length).ToArray(),
            onlyPositive: true);
    }

    /// <summary>A guard that keeps the subscript inside is honoured; nothing is read beyond it.</summary>
    [Fact]
    public void Guarded() => Verify.Same(
        Ran.Anything, Throwing.Guarded, (x, r) => Throwing.Guarded(x, r), n => (Data.Of<int>(n), new int[n / 2]));

    [Fact]
    public void Neighbours()
    {
        foreach (var distance in new[] { 1, -1, 3, int.MaxValue, int.MinValue })
        {
            Verify.Same(
                Ran.Sequential,
                Throwing.Neighbours,
                (x, r, by) => Throwing.Neighbours(x, r, by),
                n => (Data.Of<int>(n), new int[n], distance),
                [1, 2, 17, 64, 4097]);
        }
    }

    /// <summary>
    /// Fails the loop at the first, the last and some elements between, and compares exception, stack trace and what had been written.
    /// </summary>
    private static void AtEvery<T>(
        Ran ran, Func<int, int, T> make, Action<T> sequential, Action<T> rerouted, Func<T, Array> written, bool onlyPositive = false)
    {
        var evidence = new Evidence();
        foreach (var size in _sizes)
        {
            foreach (var at in new[] { 0, 1, size / 3, size / 2, size - 2, size - 1 }.Distinct().Where(i => i >= (onlyPositive ? 1 : 0) && i < size))
            {
                var expectedState = make(size, at);
                Evidence.Clear();
                var expected = Assert.ThrowsAny<Exception>(() => sequential(expectedState));
                Evidence.AssertUntouched("the reference");
                foreach (var workers in Verify.WorkerCounts)
                {
                    using var limit = Workers.Limit(workers);
                    var state = make(size, at);
                    var actual = Assert.ThrowsAny<Exception>(() => rerouted(state));
                    Assert.Equal((expected.GetType(), expected.Message), (actual.GetType(), actual.Message));
                    AssertUsersPlace(LineOf(expected), LineOf(actual));
                    AssertSamePrefix(written(expectedState), written(state), at);
                }

                evidence.Gather();
            }
        }

        evidence.AssertRan("the failing loop", ran);
    }

    private static void AssertSamePrefix(Array expected, Array actual, int count)
    {
        for (var i = 0; i < Math.Min(count, expected.Length); i++)
            Assert.Equal(expected.GetValue(i), actual.GetValue(i));
    }

    /// <summary>
    /// The trace names the user's file. The line is the loop's or one inside it: which, is the choice of the JIT, as it may inline
    /// what throws, or place the check at the head of the loop.
    /// </summary>
    private static void AssertUsersPlace((string File, int Line) expected, (string File, int Line) actual)
    {
        Assert.Equal(expected.File, actual.File);
        Assert.True(actual.Line > 0, $"no line, where the loop as written names {expected.Line}");
    }

    /// <summary>The user's line that the stack trace names.</summary>
    private static (string File, int Line) LineOf(Exception exception)
    {
        var frame = new StackTrace(exception, true).GetFrames()
            .FirstOrDefault(f => f.GetFileName()?.EndsWith("Throwing.cs", StringComparison.Ordinal) == true);
        Assert.True(frame is not null, $"no frame of the stack trace is in the user's file:\n{exception.StackTrace}");
        return (Path.GetFileName(frame.GetFileName()!), frame.GetFileLineNumber());
    }
}
