using System.Reflection;
using System.Runtime.Loader;

using AutoParallel.CompilerServices;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoParallel.Generator.Tests;

/// <summary>A project that uses AutoParallel: its files, compiled in this process with the generator, and run.</summary>
internal static class Consumer
{
    private static readonly MetadataReference[] _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => p.EndsWith(".dll", StringComparison.Ordinal) && !Path.GetFileName(p).StartsWith("AutoParallel.Generator", StringComparison.Ordinal))
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    private static readonly CSharpParseOptions _parse = new CSharpParseOptions(LanguageVersion.Preview)
        .WithFeatures([new("InterceptorsNamespaces", "AutoParallel.Generated")]);

    private static int _number;

    /// <summary>Parses a file as such a project does.</summary>
    public static SyntaxTree Parse(string source, string path = "User.cs") => CSharpSyntaxTree.ParseText(source, _parse, path, System.Text.Encoding.UTF8);

    /// <summary>The compilation of some files, a program if one has top-level statements.</summary>
    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> files, params MetadataReference[] more)
    {
        var trees = files.ToList();
        var isProgram = trees.Any(t => t.GetRoot().DescendantNodes().Any(n => n is Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax));
        var options = new CSharpCompilationOptions(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            allowUnsafe: trees.Any(t => t.GetRoot().DescendantTokens().Any(token => token.IsKind(SyntaxKind.UnsafeKeyword))),
            generalDiagnosticOption: ReportDiagnostic.Error,
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS8019", ReportDiagnostic.Suppress)]);
        return CSharpCompilation.Create($"Consumer{Interlocked.Increment(ref _number)}", trees, [.. _references, .. more], options);
    }

    /// <summary>A driver of the generator that tracks its steps.</summary>
    /// <param name="mode">The build property of that name.</param>
    /// <param name="counts">Whether what is generated counts its executions.</param>
    /// <param name="dumps">Whether the IR is kept.</param>
    public static GeneratorDriver Driver(string mode = "Parallel", bool counts = true, bool dumps = false) => CSharpGeneratorDriver.Create(
        [new ParallelGenerator().AsSourceGenerator()],
        parseOptions: _parse,
        optionsProvider: new Properties(mode, counts, dumps),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Generates, emits (only there interceptors are checked) and returns the assembly's image.</summary>
    public static byte[] Emit(CSharpCompilation compilation, string mode = "Parallel")
    {
        Driver(mode).RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var diagnostics);
        Assert.Empty(diagnostics);
        using var stream = new MemoryStream();
        var result = updated.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning)));
        return stream.ToArray();
    }

    /// <summary>Runs the program's top-level statements; what it wrote, and which loops ran how.</summary>
    public static (string Output, IReadOnlyCollection<string> Ran) Run(string program, string mode = "Parallel", params string[] more)
    {
        var files = more.Select((m, i) => Parse(m, $"More{i}.cs")).Prepend(Parse(program));
        return Execute(Emit(Compile(files), mode));
    }

    /// <summary>Runs a program's image, with further assemblies it needs.</summary>
    public static (string Output, IReadOnlyCollection<string> Ran) Execute(byte[] image, params byte[][] libraries)
    {
        var context = new AssemblyLoadContext("consumer", isCollectible: true);
        var loaded = libraries.Select(l => context.LoadFromStream(new MemoryStream(l))).ToList();
        context.Resolving += (_, name) => loaded.FirstOrDefault(l => l.GetName().Name == name.Name);
        var assembly = context.LoadFromStream(new MemoryStream(image));
        lock (_references)
        {
            ExecutionCounters.Reset();
            var output = new StringWriter { NewLine = "\n" };
            var console = Console.Out;
            Console.SetOut(output);
            try
            {
                var entry = assembly.EntryPoint!;
                entry.Invoke(null, entry.GetParameters().Length == 0 ? null : [Array.Empty<string>()]);
            }
            catch (TargetInvocationException exception)
            {
                output.WriteLine($"threw {exception.InnerException!.GetType().Name}");
            }
            finally
            {
                Console.SetOut(console);
                context.Unload();
            }

            var ran = ExecutionCounters.Snapshot().Keys.Select(k => $"{k.Loop} {k.Path}").Order(StringComparer.Ordinal).ToList();
            return (output.ToString().TrimEnd('\n'), ran);
        }
    }

    private sealed class Properties(string mode, bool counts, bool dumps) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(mode, counts, dumps);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Values(string mode, bool counts, bool dumps) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = key switch
                {
                    "build_property.AutoParallelMode" => mode,
                    "build_property.AutoParallelCountExecutions" when counts => "true",
                    "build_property.AutoParallelDumpIr" when dumps => "true",
                    _ => null,
                };
                return value is not null;
            }
        }
    }
}
