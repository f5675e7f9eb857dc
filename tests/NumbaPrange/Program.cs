using System.Runtime.CompilerServices;

namespace AutoParallel.NumbaPrange;

/// <summary>
/// <c>dotnet run -c Release --project tests/NumbaPrange</c> prints a line a kernel, and the reason where numba's loop is parallel and ours
/// is not; <c>--messages</c> prints all that is said of each.
/// </summary>
internal static class Program
{
    [ModuleInitializer]
    internal static void SetWorkers() => Environment.SetEnvironmentVariable(Workers.EnvironmentVariable, "8");

    private static int Main(string[] arguments)
    {
        var wrong = 0;
        foreach (var kernel in Kernel.All)
        {
            var difference = Execution.Difference(kernel.Id);
            var outcome = Findings.OutcomeOf(kernel.Id);
            wrong += difference is null ? 0 : 1;
            Console.WriteLine($"{kernel.Id,-40} {outcome,-10} {difference ?? "equal"}   numba: {kernel.Expected}");
            if (arguments.Contains("--messages"))
            {
                foreach (var finding in Findings.Of(kernel.Id))
                    Console.WriteLine($"        {finding}");
            }
            else if (kernel.IsParallelInNumba && outcome == Outcome.Sequential)
            {
                foreach (var reason in Findings.Reasons(kernel.Id))
                    Console.WriteLine($"        {reason}");
            }
        }

        var expected = Kernel.All.Where(k => k.IsParallelInNumba).ToList();
        Console.WriteLine(
            $"{Kernel.All.Count - wrong} of {Kernel.All.Count} results right; of the {expected.Count} kernels that numba runs in parallel "
            + $"{expected.Count(k => Findings.OutcomeOf(k.Id) == Outcome.Parallel)} do, {expected.Count(k => Findings.OutcomeOf(k.Id) == Outcome.TooShort)} are proven and too "
            + $"short to pay, and {Kernel.All.Count(k => !k.IsParallelInNumba && Findings.OutcomeOf(k.Id) == Outcome.Parallel)} others run in parallel");
        return wrong == 0 ? 0 : 1;
    }
}
