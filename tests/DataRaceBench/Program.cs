using System.Runtime.CompilerServices;

namespace AutoParallel.DataRaceBench;

/// <summary><c>dotnet run -c Release --project tests/DataRaceBench</c> prints a line a case, with <c>--messages</c> all that is said of it.</summary>
internal static class Program
{
    [ModuleInitializer]
    internal static void SetWorkers() => Environment.SetEnvironmentVariable(Workers.EnvironmentVariable, "8");

    private static int Main(string[] arguments)
    {
        var wrong = 0;
        Console.WriteLine("case    label    lambda          [Parallel] method: transformable, verdict, result");
        foreach (var label in Label.All)
        {
            var races = Findings.OfLambda(label.Id);
            var said = string.Join(' ', races.Select(d => d.Id).Distinct());
            var difference = Execution.DifferenceOfKernel(label.Id);
            wrong += difference is null ? 0 : 1;
            Console.WriteLine(
                $"{label.Id}  {(label.Race ? "race   " : "no race")}  {(said.Length > 0 ? said : "-"),-14} {(label.Race == races.Count > 0 ? " " : "!")}"
                + $"{(label.IsTransformable ? "yes" : "no "),-4} {(Findings.IsParallel(label.Id) ? "parallel  " : "sequential")} "
                + $"{(label.IsTransformable && !Findings.IsParallel(label.Id) ? "!" : " ")} {difference ?? "equal"}   {label.Category}");
            if (!arguments.Contains("--messages"))
                continue;
            foreach (var diagnostic in races.Concat(Findings.OfKernel(label.Id)))
                Console.WriteLine($"        {diagnostic}");
        }

        var lambdas = Score.Of(Label.All.Select(l => (l.Race, Findings.OfLambda(l.Id).Count > 0)));
        Console.WriteLine($"races in lambdas ({Label.All.Count} cases): {lambdas}; best published F1 of a tool on the whole suite: 0.911");
        var kernels = Score.Of(Label.All.Select(l => (l.IsTransformable, Findings.IsParallel(l.Id) && l.IsTransformable)));
        var beyond = Label.All.Count(l => !l.IsTransformable && Findings.IsParallel(l.Id));
        Console.WriteLine(
            $"[Parallel] methods: {wrong} wrong results; of the transformable ones {kernels.TruePositives} of "
            + $"{kernels.TruePositives + kernels.FalseNegatives} run in parallel, and {beyond} others, with right results; F1 {kernels.F1:0.000}; "
            + "best published: 0.971");
        return wrong == 0 && lambdas.F1 == 1 ? 0 : 1;
    }
}
