using AutoParallel.Fuzz.Execution;

namespace AutoParallel.Fuzz;

/// <summary>
/// <c>dotnet run --project tests/Fuzz -- --seed N --count M</c> tries M random methods; <c>--show</c> prints them and what is generated
/// for them instead.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        Environment.SetEnvironmentVariable(Workers.EnvironmentVariable, "8");
        var seed = Option(arguments, "--seed", (ulong)DateTime.UtcNow.Ticks / 1_000_000 % 1_000_000_000);
        var count = (int)Option(arguments, "--count", 1000);
        if (arguments.Contains("--show"))
            return Show(seed, count);
        Console.WriteLine($"seeds {seed} to {seed + (ulong)count - 1}");
        var failures = 0;
        var coverage = new Coverage();
        foreach (var failure in Fuzzer.Run(seed, count, coverage, () => Console.WriteLine(coverage)))
        {
            failures++;
            Console.WriteLine($"FAILED seed {failure.Method.Seed} with {failure.Inputs}: {failure.Difference}");
            var small = arguments.Contains("--no-shrink") ? failure : Fuzzer.Shrink(failure);
            Console.WriteLine($"{small.Difference}\n{small.ToTest()}");
        }

        Console.WriteLine($"{failures} failures");
        return failures == 0 ? 0 : 1;
    }

    private static int Show(ulong seed, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var method = Generation.MethodGenerator.Generate(seed + (ulong)i);
            Console.WriteLine(method.Source);
            using var bench = Workbench.Compile([method.Source]);
            Console.WriteLine(bench.Kernels[0].Generated);
        }

        return 0;
    }

    private static ulong Option(string[] arguments, string name, ulong otherwise)
    {
        var at = Array.IndexOf(arguments, name);
        return at >= 0 && at + 1 < arguments.Length ? ulong.Parse(arguments[at + 1]) : otherwise;
    }
}
