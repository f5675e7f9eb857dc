using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;

using AutoParallel.Generator;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Fuzz.Execution;

/// <summary>
/// Compiles methods with the generator inside this process, loads them, and unloads them again. Many methods share one compilation,
/// which costs more than any of them.
/// </summary>
internal sealed class Workbench : IDisposable
{
    private const string Prelude = "using System;\nusing System.Collections.Generic;\nusing AutoParallel;\n";

    private static readonly CSharpParseOptions _parse = new CSharpParseOptions(LanguageVersion.Preview)
        .WithFeatures([new("InterceptorsNamespaces", "AutoParallel.Generated")]);

    private static readonly ImmutableArray<MetadataReference> _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(file) is "AutoParallel.dll" or "mscorlib.dll" or "netstandard.dll")
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    private readonly AssemblyLoadContext _context = new("fuzz", true);

    private Workbench(IReadOnlyList<CompiledKernel> kernels) => Kernels = kernels;

    /// <summary>The methods in their order.</summary>
    public IReadOnlyList<CompiledKernel> Kernels { get; private set; }

    /// <summary>Compiles declarations of methods called <c>Kernel</c>.</summary>
    /// <exception cref="InvalidOperationException">The program, or what the generator adds to it, does not compile.</exception>
    public static Workbench Compile(IReadOnlyList<string> methods)
    {
        var declarations = methods.Select(Declaration).ToList();
        var trees = declarations.Select((d, i) => CSharpSyntaxTree.ParseText(Prelude + Source(d, methods[i], i), _parse, $"/fuzz/Program{i}.cs", Encoding.UTF8));
        var compilation = CSharpCompilation.Create(
            "Fuzz",
            trees,
            _references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        var driver = CSharpGeneratorDriver.Create([new ParallelGenerator().AsSourceGenerator()], parseOptions: _parse, optionsProvider: new BuildProperties())
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var diagnostics);
        using var image = new MemoryStream();
        var result = updated.Emit(image);
        var errors = result.Diagnostics.Concat(diagnostics).Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            throw new InvalidOperationException(Describe(errors, methods));
        var generated = driver.GetRunResult().Results.SelectMany(r => r.GeneratedSources).ToList();
        image.Position = 0;
        var bench = new Workbench([]);
        var assembly = bench._context.LoadFromStream(image);
        bench.Kernels = [.. declarations.Select((d, i) => Load(assembly, d, i, generated))];
        return bench;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kernels = [];
        _context.Unload();
    }

    private static string Describe(List<Diagnostic> errors, IReadOnlyList<string> methods)
    {
        var text = new StringBuilder("does not compile:\n");
        foreach (var error in errors.Take(5))
        {
            text.Append(error).Append('\n');
            var tree = error.Location.SourceTree;
            text.Append(tree?.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim()).Append('\n');
            var number = methods.Count == 1 ? 0 : tree is null ? -1 : Number(tree.FilePath);
            if (number >= 0)
                text.Append(methods[number]);
        }

        return text.ToString();
    }

    private static int Number(string path)
    {
        var digits = new string([.. path.Where(char.IsDigit).TakeLast(6)]);
        return path.StartsWith("/fuzz/", StringComparison.Ordinal) && int.TryParse(digits, out var number) ? number : -1;
    }

    private static MethodDeclarationSyntax Declaration(string method) =>
        CSharpSyntaxTree.ParseText($"class C {{ {method} }}", _parse).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First();

    private static IEnumerable<(string Type, string Name)> Parameters(MethodDeclarationSyntax declaration) =>
        declaration.ParameterList.Parameters.Select(p => (p.Type!.ToString(), p.Identifier.Text));

    private static string Source(MethodDeclarationSyntax declaration, string method, int number)
    {
        var parameters = Parameters(declaration).ToList();
        var arguments = string.Join(", ", parameters.Select((p, i) => Argument(p.Type, i)));
        var list = string.Join(", ", parameters.Select(p => $"{p.Type} {p.Name}"));
        return $$"""
            public static class Program{{number}}
            {
                private delegate {{declaration.ReturnType}} Original({{list}});

                public static object? Sequential(object[] a)
                {
                    Original original = Kernel;
                    return original({{arguments}});
                }

                public static object? Rerouted(object[] a) => Kernel({{arguments}});

            {{method}}
            }
            """;
    }

    private static string Argument(string type, int position) => type.Contains("Span<", StringComparison.Ordinal)
        ? $"((Memory<{type[(type.IndexOf('<') + 1)..^1]}>)a[{position}]).Span"
        : $"({type})a[{position}]";

    private static CompiledKernel Load(Assembly assembly, MethodDeclarationSyntax declaration, int number, List<GeneratedSourceResult> generated)
    {
        var type = assembly.GetType($"Program{number}")!;
        var own = generated.Where(g => g.HintName.Contains($"Program{number}_", StringComparison.Ordinal)).ToList();
        return new CompiledKernel(
            [.. Parameters(declaration)],
            type.GetMethod("Sequential")!.CreateDelegate<Func<object[], object?>>(),
            type.GetMethod("Rerouted")!.CreateDelegate<Func<object[], object?>>(),
            string.Join("\n", own.Select(g => g.SourceText.ToString())),
            own.Count > 0);
    }
}
