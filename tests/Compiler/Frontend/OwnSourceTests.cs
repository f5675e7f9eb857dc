using AutoParallel.Compiler.Frontend;
using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Compiler.Tests.Frontend;

/// <summary>Compiles every method of the runtime's own source, which nobody wrote for these tests.</summary>
public class OwnSourceTests
{
    [Fact]
    public void Every_method_of_the_runtime_can_be_compiled()
    {
        var folder = Path.Combine(Root(), "src", "Runtime");
        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Order().ToList();
        var compilation = Snippet.CompileAlone([.. files.Select(File.ReadAllText)]);
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var (kernels, compiled) = (new List<string>(), new List<CompiledMethod>());
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var declaration in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            {
                var method = MethodFrontend.Lower(model.GetDeclaredSymbol(declaration)!, compilation, CancellationToken.None);
                Assert.Empty(IrVerifier.Verify(method));
                var result = MethodCompiler.Compile(method, CompilationFacts.Default with { IgnoresCosts = true });
                compiled.Add(result);
                if (result.Source is { } source)
                    kernels.Add(source);
                else if (method.NotRerouted is null)
                    kernels.Add(Snippet.Kernel(method, kernels.Count % 2 == 0 ? Snippet.Text(method) : Snippet.Iterations(method)));
            }
        }

        Assert.True(kernels.Count > 100);
        Assert.DoesNotContain(compiled.SelectMany(c => c.Verdicts), v => v.RuleId == RuleIds.InternalError);
        Assert.Contains(compiled, c => c.Source is not null);
        Snippet.Emit(compilation.AddSyntaxTrees(kernels.Select(k => CSharpSyntaxTree.ParseText(k, Snippet.ParseOptions))));
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Directory.Build.props")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
