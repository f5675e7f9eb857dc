using System.Diagnostics.CodeAnalysis;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoParallel.Fuzz.Execution;

/// <summary>
/// The build properties of generated programs: that their loops report which form of them ran, and whether that depends on how long
/// they are.
/// </summary>
internal sealed class BuildProperties(bool ignoresCosts) : AnalyzerConfigOptionsProvider
{
    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(ignoresCosts);

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Options(bool ignoresCosts) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key switch
            {
                "build_property.AutoParallelCountExecutions" => "true",
                "build_property.AutoParallelIgnoreCosts" when ignoresCosts => "true",
                _ => null,
            };
            return value is not null;
        }
    }
}
