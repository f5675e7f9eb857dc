using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoParallel.Conformance.Checking;

/// <summary>
/// Compares rerouted calls with the user's method. The sequential side is always a method group, which no interceptor reaches;
/// the rerouted side is a lambda around a direct call, which one does.
/// </summary>
internal static class Verify
{
    /// <summary>The numbers of workers each call is made with; the last is there twice, as a repetition.</summary>
    public static IReadOnlyList<int> WorkerCounts { get; } = [1, 2, 3, Startup.MostWorkers, Startup.MostWorkers];

    /// <summary>The units in the last place by which two libraries, each within one of the exact value, can differ.</summary>
    public const int LibraryTolerance = 2;

    /// <summary>Results, arguments and exceptions must have the same bits, for every size and number of workers.</summary>
    public static void Same<T1>(
        Ran ran, Action<T1> sequential, Action<T1> rerouted, Func<int, T1> make, IReadOnlyList<int>? sizes = null,
        [CallerArgumentExpression(nameof(sequential))] string kernel = "") =>
        All(ran, kernel, sizes, make, a => Done(() => sequential(a)), a => Done(() => rerouted(a)));

    /// <inheritdoc cref="Same{T1}(Ran, Action{T1}, Action{T1}, Func{int, T1}, IReadOnlyList{int}?, string)"/>
    public static void Same<T1, T2>(
        Ran ran, Action<T1, T2> sequential, Action<T1, T2> rerouted, Func<int, (T1, T2)> make, IReadOnlyList<int>? sizes = null,
        [CallerArgumentExpression(nameof(sequential))] string kernel = "") =>
        All(ran, kernel, sizes, make, a => Done(() => sequential(a.Item1, a.Item2)), a => Done(() => rerouted(a.Item1, a.Item2)));

    /// <inheritdoc cref="Same{T1}(Ran, Action{T1}, Action{T1}, Func{int, T1}, IReadOnlyList{int}?, string)"/>
    public static void Same<T1, T2, T3>(
        Ran ran, Action<T1, T2, T3> sequential, Action<T1, T2, T3> rerouted, Func<int, (T1, T2, T3)> make,
        IReadOnlyList<int>? sizes = null, [CallerArgumentExpression(nameof(sequential))] string kernel = "") =>
        All(
            ran, kernel, sizes, make,
            a => Done(() => sequential(a.Item1, a.Item2, a.Item3)),
            a => Done(() => rerouted(a.Item1, a.Item2, a.Item3)));

    /// <inheritdoc cref="Same{T1}(Ran, Action{T1}, Action{T1}, Func{int, T1}, IReadOnlyList{int}?, string)"/>
    public static void Same<T1, T2, T3, T4>(
        Ran ran, Action<T1, T2, T3, T4> sequential, Action<T1, T2, T3, T4> rerouted, Func<int, (T1, T2, T3, T4)> make,
        IReadOnlyList<int>? sizes = null, [CallerArgumentExpression(nameof(sequential))] string kernel = "") =>
        All(
            ran, kernel, sizes, make,
            a => Done(() => sequential(a.Item1, a.Item2, a.Item3, a.Item4)),
            a => Done(() => rerouted(a.Item1, a.Item2, a.Item3, a.Item4)));

    /// <inheritdoc cref="Same{T1}(Ran, Action{T1}, Action{T1}, Func{int, T1}, IReadOnlyList{int}?, string)"/>
    public static void Same<T1, T2, T3, T4, T5>(
        Ran ran, Action<T1, T2, T3, T4, T5> sequential, Action<T1, T2, T3, T4, T5> rerouted, Func<int, (T1, T2, T3, T4, T5)> make,
        IReadOnlyList<int>? sizes = null, [CallerArgumentExpression(nameof(sequential))] string kernel = "") =>
        All(
            ran, kernel, sizes, make,
            a => Done(() => sequential(a.Item1, a.Item2, a.Item3, a.Item4, a.Item5)),
            a => Done(() => rerouted(a.Item1, a.Item2, a.Item3, a.Item4, a.Item5)));

    /// <inheritdoc cref="Same{T1}(Ran, Action{T1}, Action{T1}, Func{int, T1}, IReadOnlyList{int}?, string)"/>
    public static void Same<T1, TResult>(
        Ran ran, Func<T1, TResult> sequential, Func<T1, TResult> rerouted, Func<int, T1> make, IReadOnlyList<int>? sizes = null,
        [CallerArgumentExpression(nameof(sequential))] string kernel = "") =>
        All(ran, kernel, sizes, make, a => sequential(a), a => rerouted(a));

    /// <inheritdoc cref="Same{T1}(Ran, Action{T1}, Action{T1}, Func{int, T1}, IReadOnlyList{int}?, string)"/>
    public static void Same<T1, T2, TResult>(
        Ran ran, Func<T1, T2, TResult> sequential, Func<T1, T2, TResult> rerouted, Func<int, (T1, T2)> make,
        IReadOnlyList<int>? sizes = null, [CallerArgumentExpression(nameof(sequential))] string kernel = "") =>
        All(ran, kernel, sizes, make, a => sequential(a.Item1, a.Item2), a => rerouted(a.Item1, a.Item2));

    /// <inheritdoc cref="Same{T1}(Ran, Action{T1}, Action{T1}, Func{int, T1}, IReadOnlyList{int}?, string)"/>
    public static void Same<T1, T2, T3, TResult>(
        Ran ran, Func<T1, T2, T3, TResult> sequential, Func<T1, T2, T3, TResult> rerouted, Func<int, (T1, T2, T3)> make,
        IReadOnlyList<int>? sizes = null, [CallerArgumentExpression(nameof(sequential))] string kernel = "") =>
        All(
            ran, kernel, sizes, make,
            a => sequential(a.Item1, a.Item2, a.Item3),
            a => rerouted(a.Item1, a.Item2, a.Item3));

    /// <inheritdoc cref="Same{T1}(Ran, Action{T1}, Action{T1}, Func{int, T1}, IReadOnlyList{int}?, string)"/>
    public static void Same<T1, T2, T3, T4, TResult>(
        Ran ran, Func<T1, T2, T3, T4, TResult> sequential, Func<T1, T2, T3, T4, TResult> rerouted,
        Func<int, (T1, T2, T3, T4)> make, IReadOnlyList<int>? sizes = null,
        [CallerArgumentExpression(nameof(sequential))] string kernel = "") =>
        All(
            ran, kernel, sizes, make,
            a => sequential(a.Item1, a.Item2, a.Item3, a.Item4),
            a => rerouted(a.Item1, a.Item2, a.Item3, a.Item4));

    /// <summary>
    /// A floating-point reduction: the same bits for every number of workers, and as near to the exact value as the sequential
    /// loop is promised to be.
    /// </summary>
    public static void Reduction<T, TResult>(
        Ran ran, Func<T, TResult> sequential, Func<T, TResult> rerouted, Func<int, T> make, Func<T, Exact> exact,
        IReadOnlyList<int>? sizes = null, [CallerArgumentExpression(nameof(sequential))] string kernel = "")
        where TResult : struct, IBinaryFloatingPointIeee754<TResult>
    {
        var evidence = new Evidence();
        foreach (var size in sizes ?? Sizes.All)
        {
            Evidence.Clear();
            var reference = sequential(make(size));
            Evidence.AssertUntouched(kernel);
            byte[]? first = null;
            foreach (var workers in WorkerCounts)
            {
                using var limit = Workers.Limit(workers);
                var actual = rerouted(make(size));
                exact(make(size)).AssertReaches(actual, reference, $"{kernel}, size {size}, {workers} workers");
                var bits = Bits.Of(actual);
                first ??= bits;
                if (!first.AsSpan().SequenceEqual(bits))
                    Assert.Fail($"{kernel}, size {size}: {workers} workers give {actual:R}, which is not what 1 worker gives");
            }

            ResultLog.Add(first);
            evidence.Gather();
        }

        evidence.AssertRan(kernel, ran);
    }

    /// <summary>
    /// Functions that the mathematical library may round either way: the same bits for every number of workers, and at most
    /// <paramref name="tolerance"/> units in the last place from the sequential method.
    /// </summary>
    public static void Near<T, TElement>(
        Ran ran, Action<T, TElement[]> sequential, Action<T, TElement[]> rerouted, Func<int, (T, TElement[])> make,
        IReadOnlyList<int>? sizes = null, int tolerance = LibraryTolerance, [CallerArgumentExpression(nameof(sequential))] string kernel = "")
        where TElement : struct, IBinaryFloatingPointIeee754<TElement>
    {
        var evidence = new Evidence();
        foreach (var size in sizes ?? Sizes.All)
        {
            Evidence.Clear();
            var (arguments, expected) = make(size);
            sequential(arguments, expected);
            Evidence.AssertUntouched(kernel);
            byte[]? first = null;
            foreach (var workers in WorkerCounts)
            {
                using var limit = Workers.Limit(workers);
                var (input, actual) = make(size);
                rerouted(input, actual);
                for (var i = 0; i < actual.Length; i++)
                {
                    if (!IsNear(expected[i], actual[i], tolerance))
                        Assert.Fail($"{kernel}, size {size}, {workers} workers, element {i}: expected {expected[i]:R}, got {actual[i]:R}");
                }

                var bits = Bits.Of(actual);
                first ??= bits;
                if (!first.AsSpan().SequenceEqual(bits))
                    Assert.Fail($"{kernel}, size {size}: {workers} workers do not give what 1 worker gives");
            }

            ResultLog.Add(first);
            evidence.Gather();
        }

        evidence.AssertRan(kernel, ran);
    }

    /// <summary>What all overloads come down to: calls on arguments that are made anew for each.</summary>
    public static void All<TArguments>(
        Ran ran, string kernel, IReadOnlyList<int>? sizes, Func<int, TArguments> make, Func<TArguments, object?> sequential,
        Func<TArguments, object?> rerouted)
    {
        var evidence = new Evidence();
        foreach (var size in sizes ?? Sizes.All)
        {
            Evidence.Clear();
            var expected = Outcome.Of(sequential, make(size));
            Evidence.AssertUntouched(kernel);
            foreach (var workers in WorkerCounts)
            {
                using var limit = Workers.Limit(workers);
                var actual = Outcome.Of(rerouted, make(size));
                if (!expected.Content.AsSpan().SequenceEqual(actual.Content))
                    Assert.Fail($"{kernel}, size {size}, {workers} workers: {actual.DifferenceTo(expected)}");
            }

            ResultLog.Add(expected.Content);
            evidence.Gather();
        }

        evidence.AssertRan(kernel, ran);
    }

    private static bool IsNear<T>(T expected, T actual, int tolerance)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        if (expected.Equals(actual))
            return !T.IsZero(expected) || T.IsNegative(expected) == T.IsNegative(actual);
        if (!T.IsFinite(expected) || T.IsNegative(expected) != T.IsNegative(actual))
            return false;
        var (low, high) = expected < actual ? (expected, actual) : (actual, expected);
        for (var step = 0; step < tolerance; step++)
            low = T.BitIncrement(low);
        return low >= high;
    }

    private static object? Done(Action call)
    {
        call();
        return null;
    }
}
