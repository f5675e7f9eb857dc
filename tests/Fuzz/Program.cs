using AutoParallel.Fuzz.Execution;

namespace AutoParallel.Fuzz;

/// <summary>
/// <c>dotnet run --project tests/Fuzz -- --seed N --count M</c> tries M random methods; with <c>--widths</c> each also with the narrower
/// vectors and none, with <c>--unproven</c> loops that are independent by enumeration and not proven are listed; <c>--show</c> prints
/// the methods and what is generated for them instead, <c>--file FILE</c> does so for a method in a file.
/// </summary>
internal static class Program
{
    private static readonly string[] _widths = ["DOTNET_EnableAVX512", "DOTNET_EnableAVX2", "DOTNET_EnableHWIntrinsic"];

    private static int Main(string[] arguments)
    {
        Environment.SetEnvironmentVariable(Workers.EnvironmentVariable, "8");
        if (arguments.Contains(WidthProcess.Argument))
            return WidthProcess.Serve(Console.In, Console.Out);
        var seed = Option(arguments, "--seed", (ulong)DateTime.UtcNow.Ticks / 1_000_000 % 1_000_000_000);
        var count = (int)Option(arguments, "--count", 1000);
        if (Array.IndexOf(arguments, "--file") is >= 0 and var file)
            return ShowGenerated(File.ReadAllText(arguments[file + 1]), true);
        if (arguments.Contains("--show"))
            return Show(seed, count);
        Console.WriteLine($"seeds {seed} to {seed + (ulong)count - 1}");
        var failures = 0;
        var coverage = new Coverage();
        var widths = arguments.Contains("--widths") ? _widths.Select(w => new WidthProcess(w)).ToList() : [];
        var fuzzer = new Fuzzer(coverage, widths)
        {
            Unproven = arguments.Contains("--unproven") ? (method, line, remark) => Console.WriteLine($"not proven: seed {method.Seed}, line {line}: {remark}\n{method.Source}") : null,
        };
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var failure in fuzzer.Run(seed, count, () => Console.WriteLine($"{watch.Elapsed.TotalSeconds:F0} s: {coverage}")))
        {
            failures++;
            Console.WriteLine($"FAILED seed {failure.Method.Seed} with {failure.Inputs}: {failure.Difference}");
            var small = arguments.Contains("--no-shrink") ? failure : Fuzzer.Shrink(failure);
            Console.WriteLine($"{small.Difference}\n{small.ToTest()}");
        }

        foreach (var width in widths)
            width.Dispose();
        Console.WriteLine($"{failures} failures");
        return failures == 0 ? 0 : 1;
    }

    private static int Show(ulong seed, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var method = Generation.MethodGenerator.Generate(seed + (ulong)i);
            Console.WriteLine(method.Source);
            ShowGenerated(method.Source, method.IgnoresCosts);
        }

        return 0;
    }

    private static int ShowGenerated(string source, bool ignoresCosts)
    {
        Console.WriteLine(Workbench.Compile([source], ignoresCosts, false, false).Methods[0].Generated);
        return 0;
    }

    private static ulong Option(string[] arguments, string name, ulong otherwise)
    {
        var at = Array.IndexOf(arguments, name);
        return at >= 0 && at + 1 < arguments.Length ? ulong.Parse(arguments[at + 1]) : otherwise;
    }
}
