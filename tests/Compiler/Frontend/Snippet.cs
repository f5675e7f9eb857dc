using System.Reflection;
using System.Runtime.Loader;

using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.Frontend;
using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Compiler.Tests.Frontend;

/// <summary>Compiles pieces of C# in memory and lowers their [Parallel] methods.</summary>
internal static class Snippet
{
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using AutoParallel;
        global using static AutoParallel.Loops;

        """;

    /// <summary>The newest language the package knows.</summary>
    public static readonly CSharpParseOptions ParseOptions = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    private static readonly MetadataReference[] _references = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Select(p => MetadataReference.CreateFromFile(p))];

    public static CSharpCompilation Compile(bool isChecked, params string[] sources)
    {
        var trees = sources.Prepend(Usings).Select((s, i) => CSharpSyntaxTree.ParseText(s, ParseOptions, $"File{i}.cs"));
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            allowUnsafe: true,
            checkOverflow: isChecked);
        return CSharpCompilation.Create($"Snippet{Guid.NewGuid():N}", trees, _references, options);
    }

    public static CSharpCompilation Compile(params string[] sources) => Compile(false, sources);

    /// <summary>Compiles sources of the runtime, without a reference to it.</summary>
    public static CSharpCompilation CompileAlone(params string[] sources)
    {
        const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";
        var compilation = Compile(sources);
        var own = compilation.References.Where(r => Path.GetFileNameWithoutExtension(r.Display!).StartsWith("AutoParallel", StringComparison.Ordinal));
        return compilation.RemoveReferences(own).ReplaceSyntaxTree(compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions));
    }

    /// <summary>The lowered first [Parallel] method of the sources, which must have no errors.</summary>
    public static Method Lower(params string[] sources) => Lower(Compile(sources));

    public static Method Lower(CSharpCompilation compilation)
    {
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors));
        return MethodFrontend.Lower(Marked(compilation), compilation, CancellationToken.None);
    }

    public static IMethodSymbol Marked(CSharpCompilation compilation) => compilation.SyntaxTrees
        .SelectMany(t => t.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Select(m => compilation.GetSemanticModel(t).GetDeclaredSymbol(m)!))
        .First(m => m.GetAttributes().Any(a => a.AttributeClass!.Name == "ParallelAttribute"));

    /// <summary>The IR of a method body whose parameters are given, as text without the headline.</summary>
    public static string Ir(string parameters, string body, string members = "") =>
        Ir($$"""
            static class C
            {
                [Parallel]
                public static void M({{parameters}})
                {
                    {{body}}
                }
                {{members}}
            }
            """);

    /// <summary>The IR of the first [Parallel] method, as text without the headline.</summary>
    public static string Ir(string source)
    {
        var method = Lower(source);
        var text = IrPrinter.Print(method);
        var problems = IrVerifier.Verify(method);
        Assert.True(problems.Count == 0, string.Join("\n", problems) + "\n" + text);
        var lines = text.Split('\n').Skip(1).Select(l => l.StartsWith("  ", StringComparison.Ordinal) ? l[2..] : l);
        return string.Join("\n", lines).TrimEnd('\n');
    }

    /// <summary>What the body of the first loop does besides computing: hazards, stores inside expressions, reads of unknown subscripts.</summary>
    public static string Effects(string source)
    {
        var body = Lower(source).Body.SelfAndDescendants().OfType<Loop>().First().Body;
        var effects = body.AllEffects().ToList();
        var hazards = effects.SelectMany(e => e.Hazards).Select(h => $"{h.Kind}{(h.Receiver is null ? "" : $"({h.Receiver})")}: {h.Message}");
        var heap = effects.Any(e => e.ReadsHeap) ? new[] { "reads heap" } : [];
        var stores = effects.SelectMany(e => e.Stores).Select(s => $"stores {s.Root}");
        var reads = body.AllExpressions().OfType<Load>().Where(l => l.Access.Subscripts.Any(s => s is OpaqueExpression { IsFresh: true })).Select(l => $"reads {l.Access.Root}");
        return string.Join("; ", hazards.Distinct().Concat(heap).Concat(stores).Concat(reads).Distinct());
    }

    /// <summary>Checks the IR of a body against lines of text.</summary>
    public static void AssertIr(string parameters, string body, string expected, string members = "") =>
        Assert.Equal(expected.ReplaceLineEndings("\n").Trim('\n'), Ir(parameters, body, members));

    /// <summary>The user's text of the method, every loop put back.</summary>
    public static string Text(Method method)
    {
        var loops = method.Body.SelfAndDescendants().OfType<Loop>().ToDictionary(l => l.Id);
        return Expand(method.Body.Text);

        string Expand(string text) => LoopMarker.Expand(text, id => Expand(loops[id].Text));
    }

    /// <summary>The text with counted loops in the form in which iterations are emitted: header from the iteration space, body text.</summary>
    public static string Iterations(Method method)
    {
        var loops = method.Body.SelfAndDescendants().OfType<Loop>().ToDictionary(l => l.Id);
        return Expand(method.Body.Text);

        string Expand(string text) => LoopMarker.Expand(text, id =>
        {
            if (loops[id] is not { Space: { } space } loop)
                return Expand(loops[id].Text);
            var declared = space.IndexLivesOutside ? "" : $"{space.Index.Type.Text} ";
            var comparison = IrPrinter.Symbol(space.Comparison);
            return $"for ({declared}{space.Index.Name} = {CSharpPrinter.Print(space.Start)}; {space.Index.Name} {comparison} {CSharpPrinter.Print(space.End)}; "
                + $"{space.Index.Name} += {CSharpPrinter.Print(space.Step)}) {{ {Expand(loop.BodyText)} }}";
        });
    }

    /// <summary>A file that holds the method as the compiler would emit it without planning any loop.</summary>
    public static string Kernel(Method method, string body)
    {
        var signature = method.Signature;
        var parameters = signature.Receiver is { } receiver ? signature.Parameters.Prepend(receiver) : signature.Parameters;
        var list = string.Join(", ", parameters.Select(p => $"{p.Attributes} {p.Modifiers} {p.Type} {p.Name}".Trim()));
        var typeParameters = signature.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", signature.TypeParameters)}>";
        return $$"""
            #nullable enable annotations
            #pragma warning disable
            {{string.Join("\n", method.Usings)}}
            namespace AutoParallel.Generated
            {
                {{(method.IsVisibleOutside ? "public" : "internal")}} static class {{method.KernelName}}
                {
                    {{string.Join("\n", method.Accessors)}}
                    public static {{signature.Modifiers}} {{signature.ReturnType}} Invoke{{typeParameters}}({{list}}) {{string.Join(" ", signature.Constraints)}}
                    {
            {{body}}
                    }
                }
            }
            """;
    }

    /// <summary>Compiles the sources with their kernel and runs both entry points, <c>Program.Original</c> and <c>Program.Rerouted</c>.</summary>
    /// <param name="source">Declares the method and <c>Program.Run</c>, in which <c>CALL</c> stands for the call's target and opening parenthesis.</param>
    public static (object? Original, object? Rerouted) Run(string source, string original, string receiver = "", bool isChecked = false, string typeArguments = "")
    {
        var compilation = Compile(isChecked, source.Replace("CALL(", original + "(").Replace("PROGRAM", "Program"));
        var method = Lower(compilation);
        Assert.Null(method.NotRerouted);
        var first = Invoke(Emit(compilation));
        foreach (var body in new[] { Text(method), Iterations(method) })
        {
            var arguments = receiver.Length == 0 ? "" : receiver + (method.Signature.Parameters.IsEmpty ? "" : ", ");
            var rerouted = source.Replace("CALL(", $"AutoParallel.Generated.{method.KernelName}.Invoke{typeArguments}({arguments}").Replace("PROGRAM", "Program");
            var second = Invoke(Emit(Compile(isChecked, rerouted, Kernel(method, body))));
            if (!Equals(first, second))
                return (first, second);
        }

        return (first, first);
    }

    /// <summary>Compiles the sources together with the kernel of their method.</summary>
    public static void AssertCompiles(params string[] sources)
    {
        var compilation = Compile(sources);
        var method = Lower(compilation);
        Assert.Null(method.NotRerouted);
        Emit(Compile([.. sources, Kernel(method, Text(method))]));
        Emit(Compile([.. sources, Kernel(method, Iterations(method))]));
    }

    public static Assembly Emit(CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        var errors = result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(result.Success, string.Join("\n", errors) + "\n" + compilation.SyntaxTrees.Last());
        stream.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(stream);
    }

    private static object? Invoke(Assembly assembly) =>
        assembly.GetType("Program")!.GetMethod("Run")!.Invoke(null, null);
}
