using AutoParallel.Compiler;
using AutoParallel.Compiler.Frontend;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SideBySide.Comparing;

/// <summary>What the compiler makes of the kernels: their own sources, which this program holds, compiled once more.</summary>
internal sealed class KernelVerdicts
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        """;

    private readonly CSharpCompilation _compilation;

    public KernelVerdicts()
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var assembly = typeof(KernelVerdicts).Assembly;
        IEnumerable<SyntaxTree> trees = assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".cs", StringComparison.Ordinal))
            .Select(name => CSharpSyntaxTree.ParseText(new StreamReader(assembly.GetManifestResourceStream(name)!).ReadToEnd(), options, name))
            .Append(CSharpSyntaxTree.ParseText(Usings, options, "Usings.cs"));
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var file
                && (file.StartsWith("System.", StringComparison.Ordinal) || file is "AutoParallel.dll" or "netstandard.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));
        _compilation = CSharpCompilation.Create(
            "Kernels", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }

    /// <summary>"cores, lanes", and for what is neither the reason.</summary>
    public string Of(ScoreboardCase which)
    {
        IMethodSymbol method = _compilation.GetTypeByMetadataName(which.Type.FullName!)!.GetMembers(which.Method).OfType<IMethodSymbol>().Single();
        CompiledMethod compiled = MethodCompiler.Compile(
            MethodFrontend.Lower(method, _compilation, CancellationToken.None), CompilationFacts.Default);
        List<string> rules = [.. compiled.Verdicts.Select(verdict => verdict.RuleId)];
        bool cores = rules.Contains(RuleIds.RunsOnCores);
        bool lanes = rules.Contains(RuleIds.Vectorized);
        IEnumerable<string> reasons = compiled.Verdicts
            .Where(verdict => verdict.RuleId is RuleIds.StaysSequential or RuleIds.NotRerouted or RuleIds.InternalError
                || (verdict.RuleId == RuleIds.BlocksVectors && !lanes))
            .Select(verdict => verdict.Message)
            .Distinct();
        string runs = (cores, lanes) switch
        {
            (true, true) => "cores, lanes",
            (true, false) => "cores",
            (false, true) => "lanes",
            _ => "refused",
        };
        return string.Join("; ", [runs, .. reasons]);
    }
}
