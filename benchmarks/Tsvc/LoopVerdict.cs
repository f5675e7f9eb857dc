using AutoParallel.Compiler;
using AutoParallel.Compiler.Frontend;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoParallel.Benchmarks.Tsvc;

/// <summary>What the compiler makes of a method.</summary>
/// <param name="Cores">Whether a loop of it runs across the cores.</param>
/// <param name="Lanes">Whether a loop of it is vectorised.</param>
/// <param name="Messages">What the compiler says about it, without the places.</param>
/// <param name="IsFailure">Whether the compiler gave up with an error of its own, or can emit nothing for the method.</param>
internal sealed record LoopVerdict(bool Cores, bool Lanes, IReadOnlyList<string> Messages, bool IsFailure)
{
    private static readonly string _usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        """;

    /// <summary>Compiles the suite's own sources once more, in this process; the verdicts by the loops' names.</summary>
    public static IReadOnlyDictionary<string, LoopVerdict> All { get; } = Compile();

    /// <summary>The IR after each stage, and the emitted code.</summary>
    public string? Source { get; private init; }

    /// <summary>Why something did not come about; empty where both did.</summary>
    public string Reason => string.Join("; ", Messages.Where(m => m.Length > 0));

    private static Dictionary<string, LoopVerdict> Compile()
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var assembly = typeof(LoopVerdict).Assembly;
        var trees = assembly.GetManifestResourceNames().Where(n => n.EndsWith(".cs", StringComparison.Ordinal))
            .Select(n => CSharpSyntaxTree.ParseText(new StreamReader(assembly.GetManifestResourceStream(n)!).ReadToEnd(), options, n))
            .Append(CSharpSyntaxTree.ParseText(_usings, options, "Usings.cs"));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is var file && (file.StartsWith("System.", StringComparison.Ordinal) || file is "AutoParallel.dll" or "netstandard.dll"))
            .Select(p => MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create("Suite", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var result = new Dictionary<string, LoopVerdict>();
        foreach (var entry in Entry.All)
        {
            var type = compilation.GetTypeByMetadataName(entry.Original.Method.DeclaringType!.FullName!)!;
            var method = type.GetMembers(entry.Original.Method.Name).OfType<IMethodSymbol>().Single();
            var compiled = MethodCompiler.Compile(MethodFrontend.Lower(method, compilation, CancellationToken.None), CompilationFacts.Default with { DumpIr = true });
            result.Add(entry.Id, Of(compiled));
        }

        return result;
    }

    private static LoopVerdict Of(CompiledMethod compiled)
    {
        var rules = compiled.Verdicts.Select(v => v.RuleId).ToList();
        var cores = rules.Contains(RuleIds.RunsOnCores);
        var lanes = rules.Contains(RuleIds.Vectorized);
        var messages = compiled.Verdicts
            .Where(v => v.RuleId is RuleIds.StaysSequential or RuleIds.NotRerouted or RuleIds.InternalError ? !cores : v.RuleId == RuleIds.BlocksVectors && !lanes)
            .Select(v => v.Message);
        return new LoopVerdict(cores, lanes, [.. messages], rules.Contains(RuleIds.NotRerouted) || rules.Contains(RuleIds.InternalError)) { Source = compiled.IrDump + compiled.Source };
    }
}
