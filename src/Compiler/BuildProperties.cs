using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoParallel.Compiler;

/// <summary>Reads the build properties that decide what the compiler does.</summary>
public static class BuildProperties
{
    /// <summary>The facts that the properties give.</summary>
    public static CompilationFacts Read(AnalyzerConfigOptions options)
    {
        var mode = Text(options, "AutoParallelMode");
        return new CompilationFacts(
            mode.Length == 0 ? "Parallel" : mode,
            IsTrue(options, "AutoParallelCountExecutions"),
            IsTrue(options, "AutoParallelDumpIr"))
        {
            IgnoresCosts = IsTrue(options, "AutoParallelIgnoreCosts"),
        };
    }

    private static bool IsTrue(AnalyzerConfigOptions options, string name) =>
        string.Equals(Text(options, name), "true", StringComparison.OrdinalIgnoreCase);

    private static string Text(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue($"build_property.{name}", out var value) ? value.Trim() : "";
}
