using AutoParallel.Compiler.Tests.Planning;

namespace AutoParallel.Compiler.Tests.Transforms;

/// <summary>Loops whose step is a variable.</summary>
public sealed class LoopNormalizationTests
{
    [Theory]
    [InlineData("for (int i = 0; i < n; i += s) a[i] += b[i];")]
    [InlineData("for (int i = n; i > 0; i -= s) a[i] += b[i];")]
    [InlineData("for (int i = 0; i < n; i += s) a[i] = a[i + s] + b[i];")]
    [InlineData("int k = 0; for (int i = 0; i < n; i += s) { a[i] += b[k]; k++; }")]
    public void AreCounted(string body) => Assert.Contains("for (i) runs across the cores after counting its iterations", Verdicts(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("for (int i = 0; i < n; i += s) a[i] = a[i - s] + b[i];")]
    [InlineData("for (int i = 0; i < n; i += s) { a[i] += b[i]; if (b[i] > 3) s = 1; }")]
    [InlineData("int k = 0; for (int i = 0; i < n; i += s) { if (b[i] > 0) k++; a[k] = b[i]; }")]
    public void StaySequential(string body) => Assert.DoesNotContain("runs across", Verdicts(body), StringComparison.Ordinal);

    private static string Verdicts(string body) => string.Join("\n", Compiled.Body("int[] a, int[] b, int n, int s", body).Verdicts.Select(v => v.Message));
}
