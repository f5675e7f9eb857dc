using AutoParallel.Analyzers;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoParallel.GeneratorBenchmarks;

/// <summary>
/// What the analyzers take for a method while the user types: each class of the corpus is a file, which is edited and analysed again, alone.
/// The time is that of the analyzers' own actions, as the compiler reports it with <c>/reportanalyzer</c>; Roslyn's binding, which all analyzers of
/// an editor share, is counted apart.
/// </summary>
internal static class AnalyzerTimes
{
    /// <summary>Edits of each file before its times count: an editor has run the analyzers before, and the JIT has optimised them.</summary>
    private const int WarmUp = 4;
    private const int Rounds = 5;

    private static int _edits;

    /// <summary>Measures each analyzer, and prints a line for each.</summary>
    public static async Task Report()
    {
        var files = Corpus.Files("DataRaceBench", "Gallery").ToList();
        var compilation = Solution.Make([.. files, Corpus.Usings, .. Solution.Make(0, 2000).SyntaxTrees]);
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            throw new InvalidOperationException(string.Join("\n", errors));
        Console.WriteLine($"{files.Count} files of one class, {Environment.ProcessorCount} processors; milliseconds a file, in the analyzer's own code, after an edit at its top");
        foreach (var (analyzer, isAbove) in ((DiagnosticAnalyzer, bool)[])[
            (new ParallelMethodAnalyzer(), true),
            (new ParallelMethodAnalyzer(), false),
            (new UseAnalyzer(), true),
            (new ParallelLambdaAnalyzer(), true),
            (new PlainLoopAnalyzer(), true)])
        {
            var times = new List<(string File, double Milliseconds)>();
            foreach (var file in files)
                await Measure(compilation, file, analyzer, WarmUp, isAbove);
            foreach (var file in files)
                times.Add((file.FilePath, await Measure(compilation, file, analyzer, Rounds, isAbove)));
            times.Sort((a, b) => a.Milliseconds.CompareTo(b.Milliseconds));
            var slow = times.Where(t => t.Milliseconds >= 1).Reverse().Take(6).Select(t => $"{t.File} {t.Milliseconds:F1}");
            Console.WriteLine(
                $"{$"{analyzer.GetType().Name}{(isAbove ? "" : ", edit below")}",-34} median {times[times.Count / 2].Milliseconds:F3}, 90 % below {times[times.Count * 9 / 10].Milliseconds:F2}, "
                + $"mean {times.Average(t => t.Milliseconds):F3}, above 1 ms {times.Count(t => t.Milliseconds >= 1)}: {string.Join(", ", slow)}");
        }
    }

    /// <summary>The median of several edits.</summary>
    private static async Task<double> Measure(CSharpCompilation compilation, SyntaxTree file, DiagnosticAnalyzer analyzer, int rounds, bool isAbove)
    {
        var times = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var edited = Solution.Parse(isAbove ? $"{new string('\n', ++_edits % 1000)}{file}" : $"{file}\n// {round}\n", file.FilePath);
            var changed = compilation.ReplaceSyntaxTree(file, edited);
            var options = new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]),
                (exception, _, _) => throw new InvalidOperationException("an analyzer failed", exception),
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: true);

            // The editor shows the compiler's own messages, and other analyzers ask what the code does, so all that is known before one runs.
            var run = changed.WithAnalyzers([analyzer], options);
            var model = run.Compilation.GetSemanticModel(edited);
            model.GetDiagnostics();
            foreach (var method in edited.GetRoot().DescendantNodes().OfType<BaseMethodDeclarationSyntax>())
                model.GetOperation(method);
            await run.GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None);
            times.Add((await run.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None)).ExecutionTime.TotalMilliseconds);
        }

        times.Sort();
        return times[times.Count / 2];
    }
}
