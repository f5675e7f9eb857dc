using System.Globalization;
using System.Runtime.CompilerServices;

using AutoParallel.CompilerServices;

namespace AutoParallel.Benchmarks.Tsvc;

/// <summary>Compares rerouted calls with the method as it is written.</summary>
internal static class Check
{
    /// <summary>The error that rounding may make of a sum or product of thousands of numbers, relative to the larger of 1 and the value.</summary>
    private const double Tolerance = 2e-3;

    /// <summary>Lengths around the vectors and blocks, and one that fills several chunks.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [64, 65, 100, 511, 1025, 20_000];

    /// <summary>The numbers of workers.</summary>
    public static IReadOnlyList<int> Workers { get; } = [1, 2, 5];

    /// <summary>The first difference, or null; and the forms of loops that ran with the last, greatest size.</summary>
    public static (string? Difference, IReadOnlySet<ExecutionPath> Paths) Run(Entry entry)
    {
        var paths = new HashSet<ExecutionPath>();
        foreach (var size in Sizes)
        {
            paths.Clear();
            var expected = new Workspace(size);
            var expectedResult = entry.CallOriginal(expected);
            (Workspace Workspace, object? Result)? first = null;
            foreach (var workers in Workers)
            {
                using var limit = AutoParallel.Workers.Limit(workers);
                var actual = new Workspace(size);
                ExecutionCounters.Reset();
                var result = entry.Rerouted(actual);
                paths.UnionWith(ExecutionCounters.Snapshot().Keys.Select(k => k.Path));
                var place = string.Create(CultureInfo.InvariantCulture, $"size {size}, {workers} workers");
                if (Difference(expected, expectedResult, actual, result, entry.IsRounding) is { } difference)
                    return ($"{place}: {difference}", paths);
                first ??= (actual, result);
                if (Difference(first.Value.Workspace, first.Value.Result, actual, result, false) is { } other)
                    return ($"{place}: not what 1 worker gives: {other}", paths);
            }
        }

        return (null, paths);
    }

    /// <summary>The first difference between two workspaces and results; null if there is none, or just rounding where that is allowed.</summary>
    public static string? Difference(Workspace expected, object? expectedResult, Workspace actual, object? result, bool isRounding)
    {
        if (!Same(expectedResult, result, isRounding))
            return string.Create(CultureInfo.InvariantCulture, $"returns {result} instead of {expectedResult}");
        foreach (var (one, two) in expected.Written.Zip(actual.Written))
        {
            var left = Elements(one.Values);
            var right = Elements(two.Values);
            for (var i = 0; i < left.Length; i++)
            {
                if (!Same(left[i], right[i], isRounding))
                    return string.Create(CultureInfo.InvariantCulture, $"{one.Name}[{i}] is {right[i]} instead of {left[i]}");
            }
        }

        return null;
    }

    private static ReadOnlySpan<float> Elements(Array array) =>
        System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, float>(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(array)), array.Length);

    private static bool Same(object? left, object? right, bool isRounding)
    {
        if (left is float one && right is float two)
            return Same(one, two, isRounding);
        if (left is not ITuple expected || right is not ITuple actual)
            return Equals(left, right);
        return Enumerable.Range(0, expected.Length).All(i => Same(expected[i], actual[i], isRounding));
    }

    private static bool Same(float left, float right, bool isRounding) =>
        BitConverter.SingleToInt32Bits(left) == BitConverter.SingleToInt32Bits(right)
        || (isRounding && IsNear(left, right));

    /// <summary>Whether rounding can explain the difference.</summary>
    public static bool IsNear(float left, float right) =>
        left.Equals(right) || Math.Abs(left - right) <= Tolerance * Math.Max(1, Math.Abs(left));
}
