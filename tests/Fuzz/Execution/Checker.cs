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
        var expected = Run(kernel.Sequential, Arguments.Make(kernel.Parameters, inputs));
        foreach (var workers in _workers)
        {
            using var limit = Workers.Limit(workers);
            var actual = Run(kernel.Rerouted, Arguments.Make(kernel.Parameters, inputs));
            if (Difference(expected, actual) is { } difference)
                return $"{workers} workers: {difference}";
        }

        return null;
    }

    private static (object[] Arguments, object? Result, Exception? Exception) Run(Func<object[], object?> call, object[] arguments)
    {
        try
        {
            return (arguments, call(arguments), null);
        }
        catch (Exception exception)
        {
            return (arguments, null, exception);
        }
    }

    /// <summary>After an exception only the exception counts: what comes after the failing element may have been written.</summary>
    private static string? Difference((object[], object?, Exception?) expected, (object[], object?, Exception?) actual)
    {
        if (expected.Item3 is not null || actual.Item3 is not null)
        {
            return expected.Item3?.GetType() == actual.Item3?.GetType() && expected.Item3?.Message == actual.Item3?.Message
                ? null
                : $"expected {Name(expected.Item3)}, got {Name(actual.Item3)}";
        }

        return Content.Difference(expected.Item2, actual.Item2) is { } result
            ? $"result{result}"
            : Content.Difference(expected.Item1, actual.Item1) is { } argument ? $"argument{argument}" : null;
    }

    private static string Name(Exception? exception) => exception is null ? "no exception" : exception.ToString();
}
