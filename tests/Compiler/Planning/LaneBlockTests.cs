namespace AutoParallel.Compiler.Tests.Planning;

/// <summary>Loops whose iterations depend on others far before them keep their order and still fill lanes.</summary>
public sealed class LaneBlockTests
{
    [Theory]
    [InlineData("for (int i = 64; i < n; i++) y[i] = y[i - 64] * 0.5f + x[i];")]
    [InlineData("for (int i = 0; i < n; i++) y[2 * i + 128] = y[2 * i] + x[i];")]
    [InlineData("for (int i = d; i < n; i++) y[i] = y[i - d] * 0.5f + x[i];")]
    [InlineData("for (int i = n - 100; i >= 0; i--) y[i] = y[i + 99] + y[i + 64];")]
    public void FillLanesOnly(string body)
    {
        var summary = Compiled.Summary(Compiled.Body("float[] x, float[] y, int n, int d", body));
        Assert.Contains("#0 lanes guarded", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("cores", summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("for (int i = 63; i < n; i++) y[i] = y[i - 63] * 0.5f + x[i];")]
    [InlineData("for (int i = 0; i < n; i++) y[2 * i + 126] = y[2 * i] + x[i];")]
    [InlineData("for (int i = 64; i < n; i++) y[i] = y[i - 64] + y[i - 1];")]
    [InlineData("float s = 0; for (int i = 64; i < n; i++) { y[i] = y[i - 64] + s; s += x[i]; }")]
    public void DoNot(string body) => Assert.DoesNotContain("#0 lanes", Compiled.Summary(Compiled.Body("float[] x, float[] y, int n, int d", body)), StringComparison.Ordinal);

    /// <summary>Of several iterations that store one element the last one stays, in lanes too.</summary>
    [Theory]
    [InlineData("for (int i = 0; i < n; i++) y[p[i]] = x[i] * x[i] + z[i];", true)]
    [InlineData("for (int i = 0; i < n; i++) if (x[i] > 0) y[p[i]] = x[i] * x[i] + z[i];", true)]
    [InlineData("for (int i = 0; i < n; i++) { y[p[i]] = x[i] * x[i] + z[i]; w[p[i]] = (x[i] - 1) * (z[i] + x[i]) + z[i] * 3; }", true)]
    [InlineData("for (int i = 0; i < n; i++) y[p[i]] = y[p[i]] * x[i] + z[i];", false)]
    [InlineData("for (int i = 0; i < n; i++) { y[p[i]] = x[i] * x[i] + z[i]; y[i] = (x[i] - 1) * (z[i] + x[i]); }", false)]
    [InlineData("for (int i = 0; i < n; i++) { w[i] = x[i] * 3 + y[i]; y[p[i]] = x[i] * x[i] + z[i]; }", false)]
    [InlineData("for (int i = 0; i < n; i++) y[p[i]] = x[i];", false)]
    public void Scatter(string body, bool inLanes)
    {
        var summary = Compiled.Summary(Compiled.Body("float[] x, float[] y, float[] z, float[] w, int[] p, int n", body));
        Assert.DoesNotContain("cores", summary, StringComparison.Ordinal);
        Assert.Equal(inLanes, summary.Contains("lanes", StringComparison.Ordinal));
    }

    /// <summary>Lanes of 64 bits make shorter blocks.</summary>
    [Theory]
    [InlineData(32, "#0 lanes guarded")]
    [InlineData(31, "#0 cores lanes guarded")]
    public void OfWiderElements(int distance, string expected) => Assert.EndsWith(
        expected, Compiled.Summary(Compiled.Body("double[] x, double[] y, int n", $"for (int i = 40; i < n; i++) y[i] = y[i - {distance}] + y[i - 40] + x[i];")), StringComparison.Ordinal);
}
