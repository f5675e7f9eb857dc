using AutoParallel.Compiler.Frontend;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoParallel.Compiler.Tests.Planning;

/// <summary>Compiles one C# method given as text, up to its plan.</summary>
internal static class Compiled
{
    private static readonly MetadataReference[] _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => p.EndsWith(".dll", StringComparison.Ordinal))
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    /// <summary>The method named <c>M</c> of a class with the given members.</summary>
    public static CompiledMethod Members(string members)
    {
        var source = $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using AutoParallel;
            using static AutoParallel.Loops;
            class C
            {
                {{members}}
            }
            """;
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview), "C.cs");
        var compilation = CSharpCompilation.Create("Snippet", [tree], _references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors));
        var method = (IMethodSymbol)compilation.GetTypeByMetadataName("C")!.GetMembers("M").Single();
        var lowered = MethodFrontend.Lower(method, compilation, CancellationToken.None);
        return MethodCompiler.Compile(lowered, CompilationFacts.Default);
    }

    /// <summary>A static method with these parameters and this body.</summary>
    public static CompiledMethod Body(string parameters, string body) => Members($"[Parallel] static void M({parameters}) {{ {body} }}");

    /// <summary>What became of the loops: one line each, such as <c>#0 cores lanes</c>, and the rules of refusals.</summary>
    public static string Summary(CompiledMethod method)
    {
        Assert.DoesNotContain(method.Verdicts, v => v.RuleId is RuleIds.InternalError or RuleIds.NotRerouted);
        var plan = LoopPlanner.Plan(method.Method, new PassLog(false));
        var loops = plan.Loops.Values.OrderBy(l => l.Loop.Id).Select(l =>
            $"#{l.Loop.Id}{(l.OnCores ? " cores" : "")}{(l.Vector is null ? "" : " lanes")}{(l.Guards.IsEmpty ? "" : " guarded")}");
        var rules = method.Verdicts.Where(v => v.RuleId.StartsWith("AP1", StringComparison.Ordinal)).Select(v => v.RuleId).Distinct();
        return string.Join("; ", loops.Concat(rules));
    }
}
