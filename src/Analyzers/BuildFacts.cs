using AutoParallel.Compiler;

using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoParallel.Analyzers;

/// <summary>Reads the build properties that decide what the compiler does.</summary>
internal static class BuildFacts
{
    /// <summary>The mode that makes nothing parallel.</summary>
    public const string Sequential = "Sequential";

    /// <summary>The facts that the properties give.</summary>
    public static CompilationFacts Read(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.AutoParallelMode", out var mode) && mode.Trim().Length > 0
            ? CompilationFacts.Default with { Mode = mode.Trim() }
            : CompilationFacts.Default;
}
