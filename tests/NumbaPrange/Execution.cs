using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

using AutoParallel.CompilerServices;
using AutoParallel.Fuzz.Execution;
using AutoParallel.Generator;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoParallel.NumbaPrange;

/// <summary>Runs the kernels, compiled with and without the generator, and compares.</summary>
internal static class Execution
{
    /// <summary>Greatest difference of results relative to their magnitude: mathematical functions within 1 ULP, summed in another order.</summary>
    private const double Tolerance = 1e-12;

    private static readonly int[] _sizes = [1, 3, 40, 3000, 30_000];
    private static readonly int[] _workers = [1, 2, 3, 8];
    private static readonly ConcurrentDictionary<string, string> _differences = new();
    private static readonly Lazy<Assembly> _sequential = new(() => Load(Project.Compilation));
    private static readonly Lazy<Assembly> _rerouted = new(() => Load(Generated()));

    /// <summary>How the results of the rerouted call differ from the sequential method's; null if they do not.</summary>
    public static string? Difference(string id) => _differences.GetOrAdd(id, key => Find(key) ?? "") is { Length: > 0 } difference ? difference : null;

    /// <summary>Whether generated code of the kernel ran.</summary>
    public static bool RunsGenerated(string id)
    {
        Difference(id);
        return ExecutionCounters.Snapshot().Keys.Any(k => k.Path != ExecutionPath.Sequential && k.Loop.StartsWith($"{id}.", StringComparison.Ordinal));
    }

    private static string? Find(string id)
    {
        foreach (var size in _sizes)
        {
            var expected = Run(_sequential.Value, id, size);
            foreach (var workers in _workers)
            {
                using var limit = Workers.Limit(workers);
                if (Difference(expected, Run(_rerouted.Value, id, size)) is { } difference)
                    return $"size {size}, {workers} workers: {difference}";
            }
        }

        return null;
    }

    private static (object?[] Arguments, object? Result, Exception? Exception) Run(Assembly assembly, string id, int size)
    {
        var arguments = Inputs(assembly, id, size);
        var call = assembly.GetType("Calls")!.GetMethod($"{id}_Kernel")!.CreateDelegate<Func<object?[], object?>>();
        try
        {
            return (arguments, call(arguments), null);
        }
        catch (Exception exception)
        {
            return (arguments, null, exception);
        }
    }

    /// <summary>The kernel's own arguments, or for each parameter a number or an array of about so many elements.</summary>
    private static object?[] Inputs(Assembly assembly, string id, int size)
    {
        var type = assembly.GetType(id)!;
        if (type.GetMethod("Inputs") is { } own)
            return (object?[])own.Invoke(null, [size])!;
        return [.. type.GetMethod("Kernel")!.GetParameters().Select(p => p.ParameterType == typeof(int) ? size : Array(assembly.GetType("Data")!, p.ParameterType, size))];
    }

    private static object Array(Type data, Type type, int size)
    {
        var isWhole = type.GetElementType() == typeof(int);
        var side = Math.Min(size, 150);
        if (type == typeof(float[]))
            return Enumerable.Range(0, size).Select(i => (float)i).ToArray();
        return type.GetArrayRank() == 1
            ? data.GetMethod(isWhole ? "Integers" : "Doubles", [typeof(int)])!.Invoke(null, [size])!
            : data.GetMethod(isWhole ? "Integers" : "Table", [typeof(int), typeof(int)])!.Invoke(null, [side, side])!;
    }

    private static string? Difference((object?[] Arguments, object? Result, Exception? Exception) expected, (object?[] Arguments, object? Result, Exception? Exception) actual)
    {
        if (expected.Exception is not null || actual.Exception is not null)
        {
            return expected.Exception?.GetType() == actual.Exception?.GetType() && expected.Exception?.Message == actual.Exception?.Message
                ? null
                : $"expected {expected.Exception?.ToString() ?? "no exception"}, got {actual.Exception?.ToString() ?? "none"}";
        }

        if (IsNear(expected.Result, actual.Result))
            expected.Result = actual.Result = null;
        return Content.Difference(expected.Result, actual.Result) is { } result
            ? $"result{result}"
            : Content.Difference(expected.Arguments, actual.Arguments) is { } argument ? $"argument{argument}" : null;
    }

    private static bool IsNear(object? expected, object? actual) => (expected, actual) switch
    {
        (double x, double y) => Math.Abs(x - y) <= Tolerance * Math.Abs(x),
        (double[] x, double[] y) => x.Length == y.Length && x.Zip(y).All(p => IsNear(p.First, p.Second)),
        _ => false,
    };

    private static Compilation Generated()
    {
        CSharpGeneratorDriver.Create([new ParallelGenerator().AsSourceGenerator()], parseOptions: Project.Parse, optionsProvider: Project.Properties)
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
        return new AssemblyLoadContext("kernels").LoadFromStream(image);
    }
}
