using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoParallel.DataRaceBench;

/// <summary>The cases as a project that uses AutoParallel.</summary>
internal static class Project
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using AutoParallel;
        global using static AutoParallel.Loops;
        """;

    private static readonly ImmutableArray<MetadataReference> _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is var name
                && (name is "AutoParallel.dll" or "netstandard.dll" or "mscorlib.dll" || name.StartsWith("System.", StringComparison.Ordinal)))
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    /// <summary>How the files are parsed.</summary>
    public static CSharpParseOptions Parse { get; } = new CSharpParseOptions(LanguageVersion.Preview)
        .WithFeatures([new("InterceptorsNamespaces", "AutoParallel.Generated")]);

    /// <summary>The build properties: that loops report which form of them ran.</summary>
    public static AnalyzerConfigOptionsProvider Properties { get; } = new BuildProperties("AutoParallelCountExecutions");

    /// <summary>The same, and that no loop is too short.</summary>
    public static AnalyzerConfigOptionsProvider WithoutCosts { get; } = new BuildProperties("AutoParallelCountExecutions", "AutoParallelIgnoreCosts");

    /// <summary>The compilation of the cases and of <c>Calls</c>, which has a method for each method of a case that is called.</summary>
    public static CSharpCompilation Compilation { get; } = Compile();

    private static CSharpCompilation Compile()
    {
        var cases = Resource.Cases.Select(n => CSharpSyntaxTree.ParseText(Resource.Read(n), Parse, n, Encoding.UTF8)).ToList();
        var methods = cases.SelectMany(t => t.GetRoot().DescendantNodes()).OfType<MethodDeclarationSyntax>()
            .Where(m => m.Identifier.Text is "Lambda" or "Kernel");
        var calls = $"static class Calls\n{{\n{string.Join("\n", methods.Select(Call))}\n}}\n";
        return CSharpCompilation.Create(
            "DataRaceBench",
            [.. cases, CSharpSyntaxTree.ParseText(Usings, Parse, "Usings.cs", Encoding.UTF8), CSharpSyntaxTree.ParseText(calls, Parse, "Calls.cs", Encoding.UTF8)],
            _references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Disable));
    }

    private static string Call(MethodDeclarationSyntax method)
    {
        var name = ((ClassDeclarationSyntax)method.Parent!).Identifier.Text;
        var arguments = string.Join(", ", method.ParameterList.Parameters.Select((p, i) => $"({p.Type})a[{i}]"));
        var call = $"{name}.{method.Identifier}({arguments})";
        var body = method.ReturnType.ToString() == "void" ? $"{{ {call}; return null; }}" : $"=> {call};";
        return $"    public static object {name}_{method.Identifier}(object[] a) {body}";
    }

    private sealed class BuildProperties(params string[] set) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(set);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options(string[] set) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
            {
                value = set.Any(name => key == "build_property." + name) ? "true" : null;
                return value is not null;
            }
        }
    }
}
