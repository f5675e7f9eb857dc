using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;

using AutoParallel.Compiler;
using AutoParallel.Fuzz.Independence;
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
    /// <summary>How an error in generated code begins.</summary>
    public const string GeneratedError = "AutoParallel.Generator: ";

    private const string Prelude = "using System;\nusing System.Collections.Generic;\nusing System.Numerics;\nusing AutoParallel;\nusing AutoParallel.Fuzz;\n";

    private static readonly CSharpParseOptions _parse = new CSharpParseOptions(LanguageVersion.Preview)
        .WithFeatures([new("InterceptorsNamespaces", "AutoParallel.Generated")]);

    private static readonly CSharpCompilationOptions _options =
        new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Annotations);

    private static readonly ImmutableArray<MetadataReference> _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(file) is "AutoParallel.dll" or "mscorlib.dll" or "netstandard.dll")
            .Append(typeof(Workbench).Assembly.Location)
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    private readonly AssemblyLoadContext _context = new("fuzz", true);

    private Workbench(IReadOnlyList<CompiledKernel> kernels) => Kernels = kernels;

    /// <summary>The methods in their order.</summary>
    public IReadOnlyList<CompiledKernel> Kernels { get; private set; }

    /// <summary>Compiles declarations of methods called <c>Kernel</c>, with the members that they use, and loads them.</summary>
    /// <exception cref="InvalidOperationException">The program, or what the generator adds to it, does not compile.</exception>
    public static Workbench Run(IReadOnlyList<string> methods, bool ignoresCosts) => Load(Compile(methods, ignoresCosts, false));

    /// <summary>Compiles declarations of methods called <c>Kernel</c>, with the members that they use.</summary>
    /// <exception cref="InvalidOperationException">The program, or what the generator adds to it, does not compile.</exception>
    public static CompiledProgram Compile(IReadOnlyList<string> methods, bool ignoresCosts, bool traces, bool emits = true)
    {
        var harnesses = methods.Select((m, i) => Harness.Of(m, $"Program{i}", _parse)).ToList();
        var trees = harnesses.Select((h, i) => CSharpSyntaxTree.ParseText(Prelude + h.Source, _parse, $"/fuzz/Program{i}.cs", Encoding.UTF8)).ToList();
        var compilation = CSharpCompilation.Create("Fuzz", trees, _references, _options);
        var traced = trees.Select((tree, i) => traces ? Tracer.Rewrite(tree, compilation.GetSemanticModel(tree), $"Traced{i}") : null).ToList();
        compilation = compilation.AddSyntaxTrees(traced.Where(t => t is not null).Select(t => CSharpSyntaxTree.ParseText(Prelude + t!.Value.Text, _parse, "", Encoding.UTF8)));
        var driver = CSharpGeneratorDriver.Create([new ParallelGenerator().AsSourceGenerator()], parseOptions: _parse, optionsProvider: new BuildProperties(ignoresCosts))
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var diagnostics);
        var generated = driver.GetRunResult().Results[0];
        var failures = FailuresOf(compilation, generated, methods.Count);
        if (failures.Length > 0)
            throw new InvalidOperationException($"{GeneratedError}{failures}\n{(methods.Count == 1 ? methods[0] : "")}");
        using var image = new MemoryStream();
        if (!emits)
            return new CompiledProgram([], [.. harnesses.Select((h, i) => new CompiledMethodFacts(h.Parameters, Sources(generated, i), null))]);
        var result = updated.Emit(image);
        var errors = result.Diagnostics.Concat(diagnostics).Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            throw new InvalidOperationException(Describe(errors, methods));
        return new CompiledProgram(
            image.ToArray(),
            [.. harnesses.Select((h, i) => new CompiledMethodFacts(h.Parameters, Sources(generated, i), traced[i]?.Method))]);
    }

    /// <summary>Loads what was compiled.</summary>
    public static Workbench Load(CompiledProgram program) =>
        Load(program.Image, [.. program.Methods.Select(m => m.Parameters)], [.. program.Methods.Select(m => m.Generated.Length > 0)]);

    /// <summary>Loads what was compiled elsewhere.</summary>
    public static Workbench Load(byte[] image, IReadOnlyList<IReadOnlyList<(string Type, string Name)>> parameters, IReadOnlyList<bool> areRerouted)
    {
        var bench = new Workbench([]);
        using var stream = new MemoryStream(image);
        var assembly = bench._context.LoadFromStream(stream);
        bench.Kernels = [.. parameters.Select((p, i) => new CompiledKernel(
            p,
            Entry(assembly, $"Program{i}", "Sequential")!,
            Entry(assembly, $"Program{i}", "Rerouted")!,
            areRerouted[i])
        {
            Traced = Entry(assembly, $"Traced{i}", "Sequential"),
        })];
        return bench;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kernels = [];
        _context.Unload();
    }

    private static Func<object[], object?>? Entry(Assembly assembly, string type, string method) =>
        assembly.GetType(type)?.GetMethod(method)!.CreateDelegate<Func<object[], object?>>();

    private static string Sources(GeneratorRunResult generated, int number) => string.Join(
        "\n",
        generated.GeneratedSources.Where(g => g.HintName.Contains($"Program{number}_", StringComparison.Ordinal)).Select(g => g.SourceText.ToString()));

    /// <summary>
    /// The errors inside the compiler. It hides them from a build, in which the method then stays sequential; here they are what is looked for.
    /// </summary>
    private static string FailuresOf(CSharpCompilation compilation, GeneratorRunResult generated, int count)
    {
        var lowered = MethodFinder.Find(compilation, false, CancellationToken.None);
        if (generated.Exception is not null || lowered.Count < count)
            return $"{count - lowered.Count} of {count} methods were not lowered: {generated.Exception}";
        var names = generated.GeneratedSources.Select(g => g.HintName).ToHashSet();
        var errors = lowered.Where(c => !names.Contains($"{c.Method.KernelName}.g.cs"))
            .SelectMany(c => MethodCompiler.Compile(c.Method, CompilationFacts.Default).Verdicts)
            .Where(v => v.RuleId == RuleIds.InternalError);
        return string.Join("\n", errors.Select(v => v.Message));
    }

    private static string Describe(List<Diagnostic> errors, IReadOnlyList<string> methods)
    {
        var text = new StringBuilder("does not compile:\n");
        foreach (var error in errors.Take(5))
        {
            var tree = error.Location.SourceTree;
            text.Append(tree?.FilePath.StartsWith("/fuzz/", StringComparison.Ordinal) == false ? GeneratedError : "").Append(error).Append('\n');
            text.Append(tree?.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim()).Append('\n');
            if (methods.Count == 1)
                text.Append(methods[0]);
        }

        return text.ToString();
    }
}
