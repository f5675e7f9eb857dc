using AutoParallel.Compiler.Tests.Planning;

namespace AutoParallel.Compiler.Tests.Transforms;

/// <summary>The best place so far, whose key is looked up again in each iteration.</summary>
public sealed class ExtremumKeyTests
{
    private const string Parameters = "double[] x, double[,] t, byte[] b, int[] h, int[] g, int n, int m";

    [Theory]
    [InlineData("if (x[i] > x[best]) best = i;")]
    [InlineData("if (b[best] >= b[i]) best = i;")]
    [InlineData("if (Math.Abs(t[i, m]) > Math.Abs(t[best, m])) { best = i; m2 = i * 2; }")]
    [InlineData("int k = 2 * i; if (x[k] - x[k + 1] < x[best] - x[best + 1]) best = k;")]
    [InlineData("int score = b[i] * 3; h[i] = score; if (score > h[best]) best = i;")]
    [InlineData("h[n - i] = b[i]; if (h[n - i] > h[best]) best = n - i;")]
    public void IsFoundAcrossCores(string body) => Assert.Contains(Verdicts(body), v => v.RuleId == RuleIds.RunsOnCores && v.Message.Contains("in a variable", StringComparison.Ordinal));

    [Theory]
    [InlineData("if (x[i] > x[best]) best = i + 1;")]
    [InlineData("if (x[i] > x[best + 1]) best = i;")]
    [InlineData("if (x[i] > x[best]) best = i; else m2 = best;")]
    [InlineData("if (x[i] > x[best]) best = i; x[i] = 1;")]
    [InlineData("int score = b[i] * 3; h[i] = score; if (score > h[best]) best = i; h[i] = 0;")]
    [InlineData("int score = b[i] * 3; h[i] = score; score++; if (score > h[best]) best = i;")]
    [InlineData("int score = b[i] * 3; h[i / 2] = score; if (score > h[best]) best = i / 2;")]
    [InlineData("int score = b[i] * 3 + m2; h[i] = score; if (score > h[best]) { best = i; m2 = i; }")]
    [InlineData("int k = i; k++; int score = b[i] * 3; h[k] = score; if (score > h[best]) best = k;")]
    [InlineData("int score = b[i] * 3; h[i] = score; if (score > h[best]) { best = i; m2 = g[i]; }")]
    [InlineData("int score = b[i] * 3; g[i] = score; if (score > h[best]) best = i;")]
    [InlineData("int score = b[i] * 3; h[i] = score; g[i] = 1; if (score > h[best]) best = i;")]
    public void IsNot(string body) => Assert.DoesNotContain(Verdicts(body), v => v.Message.Contains("in a variable", StringComparison.Ordinal));

    private static IEnumerable<Verdict> Verdicts(string body) => Compiled.Members(
        $"[Parallel] static int M({Parameters}) {{ int best = 0, m2 = 0; for (int i = 1; i < n; i++) {{ {body} }} return best + 31 * m2; }}").Verdicts;
}
