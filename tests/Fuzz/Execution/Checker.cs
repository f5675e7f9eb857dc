namespace AutoParallel.Fuzz.Execution;

/// <summary>Runs a method both ways and compares.</summary>
internal static class Checker
{
    private static readonly int[] _workers = [1, 2, 3, 8];

    /// <summary>How the two ways to call the method differ for these inputs; null if they do not.</summary>
    public static string? Check(CompiledKernel kernel, Inputs inputs)
    {
        if (!kernel.IsRerouted)
            return null;
        var arguments = Arguments.Make(kernel.Parameters, inputs);
        var (expected, exception) = Run(kernel.Sequential, arguments.All);
        var written = exception is null ? arguments.Save() : null;
        foreach (var workers in _workers)
        {
            arguments.Reset();
            using var limit = Workers.Limit(workers);
            var (actual, thrown) = Run(kernel.Rerouted, arguments.All);
            var difference = written is null || thrown is not null
                ? Difference(exception, thrown)
                : Content.Difference(expected, actual) is { } result ? $"result{result}" : arguments.Difference(written);
            if (difference is not null)
                return $"{workers} workers: {difference}";
        }

        return null;
    }

    private static (object? Result, Exception? Exception) Run(Func<object[], object?> call, object[] arguments)
    {
        try
        {
            return (call(arguments), null);
        }
        catch (Exception exception)
        {
            return (null, exception);
        }
    }

    /// <summary>After an exception only the exception counts: what comes after the failing element may have been written.</summary>
    private static string? Difference(Exception? expected, Exception? actual) =>
        expected?.GetType() == actual?.GetType() && expected?.Message == actual?.Message ? null : $"expected {Name(expected)}, got {Name(actual)}";

    private static string Name(Exception? exception) => exception is null ? "no exception" : exception.ToString();
}
