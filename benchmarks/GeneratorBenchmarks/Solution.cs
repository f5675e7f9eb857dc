using System.Text;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoParallel.GeneratorBenchmarks;

/// <summary>A made-up solution: files of <c>[Parallel]</c> methods, and files that are full of calls, a few of them to those.</summary>
internal static class Solution
{
    private const int MethodsPerFile = 20;
    private const int CallsPerFile = 250;

    private static readonly CSharpParseOptions _options = new CSharpParseOptions(LanguageVersion.Preview)
        .WithFeatures([new("InterceptorsNamespaces", "AutoParallel.Generated")]);

    /// <summary>The options that the driver needs, too.</summary>
    public static CSharpParseOptions Options => _options;

    /// <summary>The compilation.</summary>
    public static CSharpCompilation Make(int methods, int invocations)
    {
        var trees = new List<SyntaxTree>();
        for (var first = 0; first < methods; first += MethodsPerFile)
            trees.Add(Parse(Kernels(first, Math.Min(MethodsPerFile, methods - first)), $"Kernels{first}.cs"));
        for (var first = 0; first < invocations; first += CallsPerFile)
            trees.Add(Parse(Calls(first, Math.Min(CallsPerFile, invocations - first), methods), $"Calls{first}.cs"));
        return Make(trees);
    }

    /// <summary>A compilation of files.</summary>
    public static CSharpCompilation Make(IEnumerable<SyntaxTree> trees)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(p => p.EndsWith(".dll", StringComparison.Ordinal));
        return CSharpCompilation.Create(
            "Solution",
            trees,
            references.Select(p => MetadataReference.CreateFromFile(p)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: true));
    }

    /// <summary>Parses a file of the solution.</summary>
    public static CSharpSyntaxTree Parse(string text, string path) => (CSharpSyntaxTree)CSharpSyntaxTree.ParseText(text, _options, path, Encoding.UTF8);

    private static string Kernels(int first, int count)
    {
        var text = new StringBuilder($"using System;\nusing AutoParallel;\nnamespace Solution;\npublic static class Kernels{first}\n{{\n");
        for (var i = first; i < first + count; i++)
        {
            text.Append($$"""
                    [Parallel]
                    public static double Kernel{{i}}(ReadOnlySpan<double> x, Span<double> y, double a)
                    {
                        double sum = 0;
                        for (int i = 0; i < x.Length; i++)
                        {
                            double v = a * x[i] + {{i}};
                            if (v > 3)
                                v = Math.Sqrt(v);
                            y[i] = v;
                            sum += v;
                        }

                        return sum;
                    }

                """);
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>One call in a hundred goes to a kernel.</summary>
    private static string Calls(int first, int count, int methods)
    {
        var text = new StringBuilder($"using System;\nnamespace Solution;\npublic static class Calls{first}\n{{\n    public static int Add(int a, int b) => a + b;\n");
        for (var i = first; i < first + count; i += 10)
        {
            text.Append($"    public static int Use{i}(double[] x)\n    {{\n        int n = 0;\n");
            for (var j = i; j < Math.Min(i + 10, first + count); j++)
            {
                var kernel = methods == 0 ? 0 : j / 100 % methods;
                text.Append(j % 100 == 0 && methods > 0
                    ? $"        Kernels{kernel / MethodsPerFile * MethodsPerFile}.Kernel{kernel}(x, x, {j});\n"
                    : $"        n = Add(n, {j});\n");
            }

            text.Append("        return n;\n    }\n");
        }

        return text.Append("}\n").ToString();
    }
}
