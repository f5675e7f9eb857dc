using AutoParallel.CompilerServices;
using AutoParallel.Fuzz.Generation;

namespace AutoParallel.Fuzz.Execution;

/// <summary>Generates, compiles, runs, and makes failures small.</summary>
internal static class Fuzzer
{
    private const int BatchSize = 32;
    private const int MostCuts = 400;

    /// <summary>The failures among the methods of consecutive seeds.</summary>
    /// <param name="seed">The first seed.</param>
    /// <param name="count">The number of methods.</param>
    /// <param name="coverage">Counts what ran.</param>
    /// <param name="report">Called after every batch.</param>
    public static IEnumerable<Failure> Run(ulong seed, int count, Coverage coverage, Action? report = null)
    {
        for (var done = 0; done < count; done += BatchSize)
        {
            var methods = Enumerable.Range(done, Math.Min(BatchSize, count - done)).Select(i => MethodGenerator.Generate(seed + (ulong)i)).ToList();
            foreach (var failure in RunBatch(methods, coverage))
                yield return failure;
            report?.Invoke();
        }
    }

    /// <summary>The smallest method and inputs found that still fail in the same manner.</summary>
    public static Failure Shrink(Failure failure)
    {
        var cuts = 0;
        bool isSmaller;
        do
        {
            isSmaller = false;
            foreach (var method in failure.Method.Smaller())
            {
                if (++cuts > MostCuts)
                    return failure;
                if (TryFail(method, failure) is { } smaller)
                {
                    failure = smaller;
                    isSmaller = true;
                    break;
                }
            }
        }
        while (isSmaller);
        return ShrinkInputs(failure);
    }

    private static Failure ShrinkInputs(Failure failure)
    {
        if (failure.Inputs is null)
            return failure;
        using var bench = Workbench.Compile([failure.Method.Source]);
        while (failure.Inputs.Smaller().Select(inputs => (inputs, Difference: Checker.Check(bench.Kernels[0], inputs)))
            .FirstOrDefault(pair => pair.Difference is not null) is { Difference: { } difference, inputs: var smaller })
        {
            failure = failure with { Inputs = smaller, Difference = difference };
        }

        return failure;
    }

    private static List<Failure> RunBatch(List<FuzzMethod> methods, Coverage coverage)
    {
        var failures = new List<Failure>();
        Workbench bench;
        try
        {
            bench = Workbench.Compile([.. methods.Select(m => m.Source)]);
        }
        catch (InvalidOperationException exception)
        {
            if (methods.Count == 1)
                return [new Failure(methods[0], null, exception.Message)];
            foreach (var half in new[] { methods[..(methods.Count / 2)], methods[(methods.Count / 2)..] })
                failures.AddRange(RunBatch(half, coverage));
            return failures;
        }

        using (bench)
        {
            for (var i = 0; i < methods.Count; i++)
            {
                ExecutionCounters.Reset();
                foreach (var inputs in Inputs.Standard(methods[i].NeedsExactData, methods[i].Seed))
                {
                    Watchdog.Watch(methods[i], inputs);
                    if (Checker.Check(bench.Kernels[i], inputs) is not { } difference)
                        continue;
                    failures.Add(new Failure(methods[i], inputs, difference));
                    break;
                }

                coverage.Count();
            }

            Watchdog.Rest();
        }

        return failures;
    }

    private static Failure? TryFail(FuzzMethod method, Failure original)
    {
        try
        {
            using var bench = Workbench.Compile([method.Source]);
            if (original.Inputs is null)
                return null;
            Watchdog.Watch(method, original.Inputs);
            var difference = Checker.Check(bench.Kernels[0], original.Inputs);
            Watchdog.Rest();
            return difference is null ? null : original with { Method = method, Difference = difference };
        }
        catch (InvalidOperationException exception)
        {
            return original.Inputs is null && exception.Message.Contains("AutoParallel.Generat", StringComparison.Ordinal)
                ? original with { Method = method, Difference = exception.Message }
                : null;
        }
    }
}
