namespace AutoParallel.Compiler.Tests.Planning;

/// <summary>Loops that a test leaves early run in lanes up to there.</summary>
public sealed class SearchTests
{
    [Theory]
    [InlineData("for (int i = 0; i < n; i++) if (x[i] > 3) break;", true)]
    [InlineData("for (int i = n - 1; i >= 0; i--) { float v = x[i] * z[i]; y[i] = v; if (v < 1) break; }", true)]
    [InlineData("for (int i = 0; i < n; i++) { if (x[i] > 3) { w[0] = 1; break; } y[i] += x[i]; }", true)]
    [InlineData("for (int i = 0; i < n; i++) { y[i] = x[i]; if (y[i] > 3) break; }", false)]
    [InlineData("for (int i = 0; i < n; i++) { y[i + 1] = y[i] * 2; if (x[i] > 3) break; }", false)]
    [InlineData("float s = 0; for (int i = 0; i < n; i++) { s += x[i]; if (s > 3) break; }", false)]
    [InlineData("for (int i = 0; i < n; i++) { if (x[i] > 3) break; if (z[i] > 3) break; }", false)]
    public void FillsLanes(string body, bool inLanes)
    {
        var summary = Compiled.Summary(Compiled.Body("float[] x, float[] y, float[] z, float[] w, int n", body));
        Assert.DoesNotContain("cores", summary, StringComparison.Ordinal);
        Assert.Equal(inLanes, summary.Contains("lanes", StringComparison.Ordinal));
    }
}
