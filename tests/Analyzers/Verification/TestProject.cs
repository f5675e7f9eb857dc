using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoParallel.Analyzers.Tests.Verification;

/// <summary>A project as a consumer has it: the .NET of this process, the runtime library, implicit usings.</summary>
internal static class TestProject
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
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
                && (name is "AutoParallel.dll" or "Microsoft.CSharp.dll" or "netstandard.dll" or "mscorlib.dll"
                    || name.StartsWith("System.", StringComparison.Ordinal)))
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    /// <summary>A project of one document, the first, and the usings.</summary>
    public static Document Create(string source, params (string Name, string Text)[] others) => Create(source, true, others);

    /// <summary>A project with or without the library.</summary>
    public static Document Create(string source, bool usesLibrary, params (string Name, string Text)[] others)
    {
        var workspace = new AdhocWorkspace();
        var parse = new CSharpParseOptions(LanguageVersion.Preview);
        var isProgram = CSharpSyntaxTree.ParseText(source, parse).GetRoot().DescendantNodes()
            .Any(n => n is GlobalStatementSyntax);
        var kind = isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var options = new CSharpCompilationOptions(kind, allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Enable);
        var project = workspace.AddProject("Test", LanguageNames.CSharp)
            .WithParseOptions(parse)
            .WithCompilationOptions(options)
            .WithMetadataReferences(_references
                .Where(r => usesLibrary || !r.Display!.EndsWith("AutoParallel.dll", StringComparison.Ordinal)));
        var document = project.AddDocument("Test.cs", source, filePath: "/src/Test.cs");
        var usings = usesLibrary
            ? Usings
            : Usings.Replace("global using AutoParallel;", "").Replace("global using static AutoParallel.Loops;", "");
        project = document.Project.AddDocument("Usings.cs", usings, filePath: "/src/Usings.cs").Project;
        foreach (var (name, text) in others)
            project = project.AddDocument(name, text, filePath: $"/src/{name}").Project;
        return project.GetDocument(document.Id)!;
    }

    /// <summary>What all analyzers report, in order of place; fails if the source does not compile.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Analyze(
        Document document,
        string mode = "",
        bool mayHaveErrors = false,
        DiagnosticAnalyzer? instead = null)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        if (!mayHaveErrors)
            Assert.Empty(
                compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
        ImmutableArray<DiagnosticAnalyzer> analyzers = instead is null
            ? [new ParallelMethodAnalyzer(), new UseAnalyzer(), new ParallelLambdaAnalyzer(), new PlainLoopAnalyzer()]
            : [instead];
        var crashes = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new BuildProperties(mode)),
            (exception, _, _) => crashes.Add(exception.ToString()),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(crashes);
        return [.. diagnostics.OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    private sealed class BuildProperties(string mode) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Properties(mode);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Properties(string mode) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.AutoParallelMode" ? mode : null;
            return value is not null;
        }
    }
}
