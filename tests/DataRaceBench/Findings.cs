using AutoParallel.Analyzers;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoParallel.DataRaceBench;

/// <summary>What the analyzers say of the cases.</summary>
internal static class Findings
{
    private static readonly Lazy<IReadOnlyList<(string Case, bool IsKernel, Diagnostic Diagnostic)>> _all = new(Analyze);

    /// <summary>The races found in the form with a lambda, and in what it calls.</summary>
    public static IReadOnlyList<Diagnostic> OfLambda(string id) =>
        [.. _all.Value.Where(f => f.Case == id && !f.IsKernel && IsRace(f.Diagnostic)).Select(f => f.Diagnostic)];

    /// <summary>What is said of the loops of the sequential form.</summary>
    public static IReadOnlyList<Diagnostic> OfKernel(string id) =>
        [.. _all.Value.Where(f => f.Case == id && f.IsKernel).Select(f => f.Diagnostic)];

    /// <summary>Whether a loop of the sequential form is made parallel, and so runs for at least one of the inputs.</summary>
    public static bool IsParallel(string id) => OfKernel(id).Any(d => d.Id == "AP0001") && Execution.RunsGenerated(id);

    private static bool IsRace(Diagnostic diagnostic) => diagnostic.Id.StartsWith("AP1", StringComparison.Ordinal);

    private static IReadOnlyList<(string Case, bool IsKernel, Diagnostic Diagnostic)> Analyze()
    {
        var crashes = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], Project.Properties),
            (exception, _, _) => crashes.Add(exception.ToString()),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = Project.Compilation
            .WithAnalyzers([new ParallelMethodAnalyzer(), new UseAnalyzer(), new ParallelLambdaAnalyzer()], options)
            .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return crashes.Count == 0
            ? [.. diagnostics.Where(d => d.Location.IsInSource).Select(Place).OfType<(string, bool, Diagnostic)>()]
            : throw new InvalidOperationException(crashes[0]);
    }

    private static (string Case, bool IsKernel, Diagnostic Diagnostic)? Place(Diagnostic diagnostic)
    {
        var around = diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan).AncestorsAndSelf().ToList();
        return around.OfType<ClassDeclarationSyntax>().LastOrDefault() is { } type
            && around.OfType<MethodDeclarationSyntax>().FirstOrDefault() is { } method
            ? (type.Identifier.Text, method.AttributeLists.Count > 0, diagnostic)
            : null;
    }
}
