using System.Diagnostics;

using AutoParallel.Generator;
using AutoParallel.GeneratorBenchmarks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

const int Methods = 1000;
const int Invocations = 100_000;
const int Keystrokes = 51;

// The first keystrokes run Roslyn, which a package brings uncompiled, in code that the JIT has not optimised yet; an editor's is compiled ahead.
const int WarmUp = 40;

if (args is ["--analyzers"])
{
    await AnalyzerTimes.Report();
    return;
}

if (args is ["--methods", ..])
{
    MethodTimes.Report(args.ElementAtOrDefault(1));
    return;
}

var compilation = Solution.Make(Methods, Invocations);
compilation.GetDiagnostics();
var driver = NewDriver();
var watch = Stopwatch.StartNew();
driver = driver.RunGenerators(compilation);
var cold = watch.Elapsed;
var trees = driver.GetRunResult().GeneratedTrees.Length;
Console.WriteLine($"{Methods:N0} [Parallel] methods, {Invocations:N0} invocations, {compilation.SyntaxTrees.Length} files, {Environment.ProcessorCount} processors");
Console.WriteLine($"cold run: {cold.TotalMilliseconds:F0} ms, {trees} files generated, {cold.TotalMilliseconds / Methods:F2} ms a method");

Report("a keystroke in a body of a calling file", "Calls0.cs", k => $" n = Add(n, {k});", "int n = 0;");
Report("a keystroke in a [Parallel] method", "Kernels0.cs", k => $" a += {k};", "double sum = 0;");
Report("a keystroke that adds a declaration", "Calls0.cs", k => $" public static int More{k};", "public static class Calls0\n{");

void Report(string what, string path, Func<int, string> insertion, string after)
{
    var times = new List<double>();
    var current = compilation;
    for (var keystroke = 0; keystroke < WarmUp + Keystrokes; keystroke++)
    {
        var old = current.SyntaxTrees.Single(t => t.FilePath == path);
        var text = old.ToString();
        var at = text.IndexOf(after, StringComparison.Ordinal) + after.Length;
        current = current.ReplaceSyntaxTree(old, Solution.Parse(text.Insert(at, insertion(keystroke)), path));
        driver = driver.RunGenerators(current);
        var timing = driver.GetTimingInfo();
        if (keystroke >= WarmUp)
            times.Add(timing.GeneratorTimes.Sum(t => t.ElapsedTime.TotalMilliseconds));
    }

    times.Sort();
    Console.WriteLine($"{what}: median {times[times.Count / 2]:F1} ms, greatest {times[^1]:F1} ms of generator time");
}

static GeneratorDriver NewDriver() => CSharpGeneratorDriver.Create([new ParallelGenerator().AsSourceGenerator()], parseOptions: Solution.Options);
