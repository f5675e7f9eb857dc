using AutoParallel.CompilerServices;
using AutoParallel.Fuzz.Generation;

namespace AutoParallel.Fuzz.Execution;

/// <summary>Generates, compiles, runs, and makes failures small.</summary>
/// <param name="coverage">Counts what ran.</param>
/// <param name="widths">Other processes that run every program too.</param>
internal sealed class Fuzzer(Coverage coverage, IReadOnlyList<WidthProcess> widths)
{
    private const int BatchSize = 64;
    private const int MostCuts = 400;

    /// <summary>Called with every independent loop that is not proven: its line, and what the generated code says about that line.</summary>
    public Action<FuzzMethod, int, string>? Unproven { get; init; }

    /// <summary>The failures among the methods of consecutive seeds.</summary>
    /// <param name="seed">The first seed.</param>
    /// <param name="count">The number of methods.</param>
    /// <param name="report">Called after every batch.</param>
    public IEnumerable<Failure> Run(ulong seed, int count, Action? report = null)
    {
        for (var done = 0; done < count; done += 2 * BatchSize)
        {
            var methods = Enumerable.Range(done, Math.Min(2 * BatchSize, count - done)).Select(i => MethodGenerator.Generate(seed + (ulong)i));
            foreach (var batch in methods.GroupBy(m => m.IgnoresCosts))
            {
                foreach (var failure in RunBatch([.. batch]))
                    yield return failure;
            }

            report?.Invoke();
        }

        foreach (var failure in widths.SelectMany(w => w.Await()))
            yield return failure;
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

    /// <summary>The first inputs of those that every method is tried with for which it fails; null if there are none.</summary>
    public static Failure? FirstFailure(FuzzMethod method, CompiledKernel kernel)
    {
        foreach (var inputs in Inputs.Standard(method.NeedsExactData, method.Seed))
        {
            Watchdog.Watch(method, inputs);
            if (Checker.Check(kernel, inputs) is { } difference)
                return new Failure(method, inputs, difference);
        }

        return null;
    }

    private static Failure ShrinkInputs(Failure failure)
    {
        if (failure.Inputs is null)
            return failure;
        using var bench = Workbench.Run([failure.Method.Source], failure.Method.IgnoresCosts);
        while (failure.Inputs.Smaller().Select(inputs => (inputs, Difference: Checker.Check(bench.Kernels[0], inputs)))
            .FirstOrDefault(pair => pair.Difference is not null) is { Difference: { } difference, inputs: var smaller })
        {
            failure = failure with { Inputs = smaller, Difference = difference };
        }

        return failure;
    }

    private List<Failure> RunBatch(List<FuzzMethod> methods)
    {
        var failures = new List<Failure>();
        CompiledProgram program;
        try
        {
            program = Workbench.Compile([.. methods.Select(m => m.Source)], methods[0].IgnoresCosts, true);
        }
        catch (InvalidOperationException exception)
        {
            if (methods.Count == 1)
                return [new Failure(methods[0], null, exception.Message)];
            foreach (var half in new[] { methods[..(methods.Count / 2)], methods[(methods.Count / 2)..] })
                failures.AddRange(RunBatch(half));
            return failures;
        }

        foreach (var width in widths)
        {
            failures.AddRange(width.Await());
            width.Start(methods, program);
        }

        using var bench = Workbench.Load(program);
        for (var i = 0; i < methods.Count; i++)
        {
            ExecutionCounters.Reset();
            if (FirstFailure(methods[i], bench.Kernels[i]) is { } failure)
                failures.Add(failure);
            coverage.Count();
            CountProven(methods[i], bench.Kernels[i], program.Methods[i]);
        }

        Watchdog.Rest();
        return failures;
    }

    private void CountProven(FuzzMethod method, CompiledKernel kernel, CompiledMethodFacts facts)
    {
        if (kernel.Traced is not { } run || facts.Traced is not { } traced)
            return;
        foreach (var (loop, isProven) in traced.Independent(run, facts.Parameters, method.NeedsExactData, method.Seed, facts.Generated))
        {
            coverage.Count(isProven);
            if (!isProven)
                Unproven?.Invoke(method, loop.Line, loop.RemarkIn(facts.Generated));
        }
    }

    private static Failure? TryFail(FuzzMethod method, Failure original)
    {
        try
        {
            using var bench = Workbench.Run([method.Source], method.IgnoresCosts);
            if (original.Inputs is null)
                return null;
            Watchdog.Watch(method, original.Inputs);
            var difference = Checker.Check(bench.Kernels[0], original.Inputs);
            Watchdog.Rest();
            return difference is null ? null : original with { Method = method, Difference = difference };
        }
        catch (InvalidOperationException exception)
        {
            return original.Inputs is null && KindOf(exception.Message) is { } kind && kind == KindOf(original.Difference)
                ? original with { Method = method, Difference = exception.Message }
                : null;
        }
    }

    /// <summary>What kind of error in generated code, or in generating it, a message is about; null where the method itself has errors.</summary>
    private static string? KindOf(string message)
    {
        var lines = message.Split('\n').Where(l => l.Contains("): error CS", StringComparison.Ordinal) || l.StartsWith(Workbench.GeneratedError, StringComparison.Ordinal)).ToList();
        if (lines.Count == 0 || lines.Any(l => !l.StartsWith(Workbench.GeneratedError, StringComparison.Ordinal)))
            return null;
        var words = lines[0].Split(' ', '(', ')', ':');
        return words.FirstOrDefault(w => w.EndsWith("Exception", StringComparison.Ordinal) || (w.StartsWith("CS", StringComparison.Ordinal) && w.Length == 6)) ?? "";
    }
}
