using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

using AutoParallel.CompilerServices;
using AutoParallel.Fuzz.Execution;
using AutoParallel.Generator;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoParallel.DataRaceBench;

/// <summary>Runs the cases, compiled with and without the generator, and compares.</summary>
internal static class Execution
{
    private static readonly int[] _sizes = [1, 40, 3000, 30_000];
    private static readonly int[] _workers = [1, 2, 3, 8];
    private static readonly ConcurrentDictionary<string, string> _differences = new();
    private static readonly Lazy<Assembly> _sequential = new(() => Load(Project.Compilation));

    /// <summary>With costs, and without: however short its loops are, generated code runs then.</summary>
    private static readonly Lazy<Assembly>[] _rerouted = [new(() => Load(Generated(Project.Properties))), new(() => Load(Generated(Project.WithoutCosts)))];

    /// <summary>How the results of the rerouted call differ from the sequential method's; null if they do not.</summary>
    public static string? DifferenceOfKernel(string id) =>
        _differences.GetOrAdd(id, key => FindDifference(key) ?? "") is { Length: > 0 } difference ? difference : null;

    private static string? FindDifference(string id)
    {
        foreach (var size in _sizes)
        {
            var expected = Run(_sequential.Value, id, "Kernel", size);
            foreach (var (workers, rerouted) in _workers.SelectMany(w => _rerouted.Select(r => (w, r.Value))))
            {
                using var limit = Workers.Limit(workers);
                if (Difference(expected, Run(rerouted, id, "Kernel", size)) is { } difference)
                    return $"size {size}, {workers} workers: {difference}";
            }
        }

        return null;
    }

    /// <summary>How the results of the form with a lambda differ from the sequential method's; null if they do not.</summary>
    public static string? DifferenceOfLambda(string id)
    {
        foreach (var size in _sizes)
        {
            var expected = Run(_sequential.Value, id, "Kernel", size);
            if (expected.Exception is null && Difference(expected, Run(_sequential.Value, id, "Lambda", size)) is { } difference)
                return $"size {size}: {difference}";
        }

        return null;
    }

    /// <summary>Whether generated code of the case ran in <see cref="DifferenceOfKernel"/>.</summary>
    public static bool RunsGenerated(string id)
    {
        DifferenceOfKernel(id);
        return ExecutionCounters.Snapshot().Keys.Any(k => k.Path != ExecutionPath.Sequential && k.Loop.Contains(id, StringComparison.Ordinal));
    }

    private static (object[] Arguments, object? Result, Exception? Exception) Run(Assembly assembly, string id, string form, int size)
    {
        var arguments = Inputs(assembly, id, size);
        try
        {
            var call = assembly.GetType("Calls")!.GetMethod($"{id}_{form}")!.CreateDelegate<Func<object[], object?>>();
            return (arguments, call(arguments), null);
        }
        catch (Exception exception)
        {
            return (arguments, null, exception);
        }
    }

    private static object[] Inputs(Assembly assembly, string id, int size)
    {
        var type = assembly.GetType(id)!;
        var parameters = type.GetMethod("Kernel")!.GetParameters();
        var arguments = type.GetMethod("Inputs") is { } own
            ? (object[])own.Invoke(null, [size])!
            : [.. parameters.Select(p => Argument(p.ParameterType, parameters, size))];
        for (var i = 0; i < arguments.Length; i++)
            Fill(arguments[i], i);
        return arguments;
    }

    /// <summary>An argument for a loop of so many iterations, fewer where an array has more dimensions.</summary>
    private static object Argument(Type type, ParameterInfo[] all, int size)
    {
        var rank = all.Max(p => p.ParameterType.IsArray ? p.ParameterType.GetArrayRank() : 1);
        var trips = Math.Min(size, rank switch { 1 => size, 2 => 200, _ => 40 });
        if (type == typeof(int))
            return trips;
        var lengths = Enumerable.Repeat(rank == 1 ? 3 * trips + 100 : trips + 3, type.GetArrayRank()).ToArray();
        return Array.CreateInstance(type.GetElementType()!, lengths);
    }

    /// <summary>Small whole numbers, so that sums of them and of their products have no rounding errors.</summary>
    private static void Fill(object argument, int number)
    {
        switch (argument)
        {
            case int[] or int[,]:
                Fill<int>((Array)argument, k => (k * 7 + number * 3) % 11 - 4);
                break;
            case byte[]:
                Fill<byte>((Array)argument, k => (byte)(k * 7 % 256));
                break;
            case double[] or double[,] or double[,,]:
                Fill<double>((Array)argument, k => (k * 7 + number * 3) % 11 - 4);
                break;
            case double[][,,] blocks:
                for (var k = 0; k < blocks.Length; k++)
                    Fill(blocks[k], number + k);
                break;
        }
    }

    private static void Fill<T>(Array array, Func<int, T> value)
        where T : struct
    {
        var elements = MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);
        for (var k = 0; k < elements.Length; k++)
            elements[k] = value(k);
    }

    private static string? Difference((object[] Arguments, object? Result, Exception? Exception) expected, (object[] Arguments, object? Result, Exception? Exception) actual)
    {
        if (expected.Exception is not null || actual.Exception is not null)
        {
            return expected.Exception?.GetType() == actual.Exception?.GetType()
                ? null
                : $"expected {expected.Exception?.ToString() ?? "no exception"}, got {actual.Exception?.ToString() ?? "none"}";
        }

        if (expected.Result is double sum && actual.Result is double other)
            return Math.Abs(sum - other) <= 1e-12 * Math.Abs(sum) || sum.Equals(other) ? null : $"expected {sum:R}, got {other:R}";
        return Content.Difference(expected.Result, actual.Result) is { } result
            ? $"result{result}"
            : Content.Difference(expected.Arguments, actual.Arguments) is { } argument ? $"argument{argument}" : null;
    }

    private static Compilation Generated(AnalyzerConfigOptionsProvider properties)
    {
        CSharpGeneratorDriver.Create([new ParallelGenerator().AsSourceGenerator()], parseOptions: Project.Parse, optionsProvider: properties)
            .RunGeneratorsAndUpdateCompilation(Project.Compilation, out var updated, out _);
        return updated;
    }

    private static Assembly Load(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
            throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(9)));
        image.Position = 0;
        return new AssemblyLoadContext("cases").LoadFromStream(image);
    }
}
