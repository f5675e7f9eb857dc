using AutoParallel.Analyzers;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoParallel.NumbaPrange;

/// <summary>What the compiler says of the kernels.</summary>
internal static class Findings
{
    private static readonly Lazy<ILookup<string, Diagnostic>> _all = new(Analyze);

    /// <summary>What is said of the loops of a kernel.</summary>
    public static IReadOnlyList<Diagnostic> Of(string id) => [.. _all.Value[id]];

    /// <summary>Whether a loop of the kernel is made parallel, if perhaps behind a guard.</summary>
    public static bool IsProven(string id) => Of(id).Any(d => d.Id == "AP0001");

    /// <summary>What becomes of the kernel's loops.</summary>
    public static Outcome OutcomeOf(string id) => !IsProven(id) ? Outcome.Sequential : Execution.RunsGenerated(id) ? Outcome.Parallel : Outcome.TooShort;

    /// <summary>Why loops of the kernel stay sequential.</summary>
    public static IEnumerable<string> Reasons(string id) => Of(id)
        .Where(d => d.Id == "AP0003" || d.Id.StartsWith("AP1", StringComparison.Ordinal) || d.Id.StartsWith("AP2", StringComparison.Ordinal))
        .Select(d => $"{d.Id}: {d.GetMessage()}").Distinct();

    private static ILookup<string, Diagnostic> Analyze()
    {
        var crashes = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], Project.Properties),
            (exception, _, _) => crashes.Add(exception.ToString()),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = Project.Compilation.WithAnalyzers([new ParallelMethodAnalyzer(), new UseAnalyzer()], options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        if (crashes.Count > 0)
            throw new InvalidOperationException(crashes[0]);
        return diagnostics.Where(d => d.Location.IsInSource).ToLookup(Place);
    }

    /// <summary>The outermost class around.</summary>
    private static string Place(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan).AncestorsAndSelf().OfType<ClassDeclarationSyntax>().LastOrDefault()?.Identifier.Text ?? "";
}
