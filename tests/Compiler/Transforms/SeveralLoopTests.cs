using AutoParallel.Compiler.Tests.Planning;

namespace AutoParallel.Compiler.Tests.Transforms;

/// <summary>Several loops of one method are transformed, each into loops of its own.</summary>
public sealed class SeveralLoopTests
{
    [Fact]
    public void LoopsAsSiblings() => Assert.Equal(
        2,
        Compiled.Body(
            "int[] a, int[] b, int[] y, int n",
            "for (int i = 0; i < n; i++) a[i] = a[i + 1] + y[i]; for (int i = 0; i < n; i++) b[i] = b[i + 1] - y[i];")
            .Verdicts.Select(v => v.Message).Count(m => m.Contains("runs across the cores after", StringComparison.Ordinal)));

    [Fact]
    public void LoopsInALoop() => Assert.Equal(
        2,
        Compiled.Body(
            "int[] y, int[] z, int[,] a, int n",
            "for (int i = 1; i < n; i++) { for (int j = 0; j < n; j++) y[i] += y[i - 1] * a[i, j]; for (int j = 0; j < n; j++) z[i] += z[i - 1] * a[i, j]; }")
            .Verdicts.Select(v => v.Message).Count(m => m.Contains("runs across the cores after", StringComparison.Ordinal)));
}
