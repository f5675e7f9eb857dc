using Microsoft.CodeAnalysis;

namespace AutoParallel.Generator.Tests;

/// <summary>With <c>AutoParallelDumpIr</c>, the IR after each pass is a generated file of comments.</summary>
public sealed class IrDumpTests
{
    private const string Program = """
        static class Kernels
        {
            [Parallel]
            public static void Shift(double[] x, double[] y)
            {
                for (int i = 0; i < x.Length - 1; i++)
                    x[i] = Half(x[i + 1]) + y[i];
            }

            private static double Half(double value) => value / 2;
        }
        """;

    [Theory]
    [InlineData("// # lowering")]
    [InlineData("//     x[i] = (opaque<double>{")]
    [InlineData("// # inlining")]
    [InlineData("//     x[i] = ((x[(i + 1)] / 2) + y[i])")]
    [InlineData("// # copying the old values of 'x' of for (i)")]
    [InlineData("// # planning")]
    public void EachPassIsShown(string line) => Assert.Contains(line, Dump(true), StringComparison.Ordinal);

    [Fact]
    public void NothingIsShownUnasked() => Assert.Null(Dump(false));

    private static string? Dump(bool dumps)
    {
        var compilation = Consumer.Compile([Consumer.Parse("using AutoParallel;\n" + Program)]);
        var files = Consumer.Driver(dumps: dumps).RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _).GetRunResult().Results[0].GeneratedSources;
        Assert.DoesNotContain(updated.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
        return files.SingleOrDefault(f => f.HintName.EndsWith(".ir.g.cs", StringComparison.Ordinal)).SourceText?.ToString();
    }
}
