namespace AutoParallel.Compiler.Tests.Planning;

/// <summary>Loops that carry a counter or a sum run in lanes, in order.</summary>
public sealed class RunningTests
{
    private const string Parameters = "int[] x, int[] y, int[] z, float[] v, float[] w, byte[] b, int n, int k, int j, long s";

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) if (v[i] > 0) w[k++] = v[i];")]
    [InlineData("for (int i = 0; i < n; i++) { if (v[i] > 0) { k++; w[k] = v[i] * 2; } }")]
    [InlineData("for (int i = 0; i < n; i++) { if (!(v[i] > 0)) continue; y[k] = i; w[k] = v[i]; k++; }")]
    [InlineData("for (int i = 0; i < n; i++) { if (v[i] > 0) w[k++] = v[i]; else y[j++] = i; }")]
    [InlineData("for (int i = 0; i < n; i++) { if (x[i] > 0) { j++; x[i] = y[j]; } }")]
    [InlineData("for (int i = 0; i < n; i++) { int t = x[i] * 3; if (t > 5) { int u = t - n; if (u < z[i]) y[k++] = u; } }")]
    [InlineData("for (int i = 0; i < n; i++) { z[i] = k; if (x[i] > 0) k++; }")]
    [InlineData("foreach (byte e in b) if (e != 0) y[k++] = e;")]
    [InlineData("for (int i = n - 1; i >= 0; i--) if (x[i] != j) y[k++] = x[i];")]
    [InlineData("for (int i = 0; i < n; i++) { k += x[i]; y[i] = k; }")]
    [InlineData("for (int i = 0; i < n; i++) { y[i] = k; k += x[i]; }")]
    [InlineData("for (int i = 0; i < n; i++) { int t = x[i]; x[i] = k; k += t; }")]
    [InlineData("for (int i = 0; i < n; i++) { if (x[i] > 0) k -= x[i]; y[i] = k; }")]
    [InlineData("for (int i = 0; i < n; i++) { k += x[i]; j += k; y[i] = j; }")]
    [InlineData("for (int i = 1; i < n; i++) y[i] = y[i - 1] + x[i];")]
    [InlineData("for (int i = 1; i < n; i++) x[i] += x[i - 1];")]
    [InlineData("for (int i = n - 2; i >= 0; i--) { int t = y[i + 1] - 2 * x[i]; y[i] = t; }")]
    [InlineData("for (int i = 0; i < n; i++) { k = Math.Max(k, x[i]); y[i] = k; }")]
    [InlineData("for (int i = 0; i < n; i++) { y[i] = k - x[i]; if (x[i] < k) k = x[i]; }")]
    [InlineData("for (int i = 0; i < n; i++) { if (z[i] > 0) { k = x[i] > k ? x[i] : k; y[i] = k; } }")]
    [InlineData("for (int i = 0; i < n; i++) { s += x[i]; y[i] = (int)(s >> 3); }")]
    public void FillsLanes(string body)
    {
        var method = Compiled.Body(Parameters, body);
        Assert.Contains("lanes", Compiled.Summary(method), StringComparison.Ordinal);
        Assert.Contains(method.Verdicts, v => v.RuleId == RuleIds.Vectorized && v.Message.Contains("carried on in order"));
    }

    /// <summary>Workers share the loop in two passes where what iterations contribute needs nothing else of the loop, and lanes find no fault.</summary>
    [Theory]
    [InlineData("for (int i = 0; i < n; i++) if (v[i] > 0) w[k++] = v[i];", true)]
    [InlineData("for (int i = 0; i < n; i++) { if (v[i] > 0) w[k++] = v[i]; else y[j++] = i; }", true)]
    [InlineData("for (int i = 0; i < n; i++) { if (x[i] > 0) { j++; x[i] = y[j]; } }", true)]
    [InlineData("for (int i = 0; i < n; i++) { k += x[i]; y[i] = k; }", true)]
    [InlineData("for (int i = 0; i < n; i++) { int t = x[i]; x[i] = k; k += t; }", true)]
    [InlineData("for (int i = 0; i < n; i++) { k += x[i]; j += k; y[i] = j; }", false)]
    [InlineData("for (int i = 1; i < n; i++) y[i] = y[i - 1] + x[i];", false)]
    [InlineData("for (int i = 0; i < n; i++) { if (x[i] > 0) y[k++] = n / x[i]; }", false)]
    [InlineData("for (int i = 0; i < n; i++) { if (x[i] > 0) y[k++] = z[b[i]]; }", false)]
    public void RunsOnCores(string body, bool onCores) =>
        Assert.Equal(onCores, Compiled.Summary(Compiled.Body(Parameters, body)).Contains("#0 cores lanes", StringComparison.Ordinal));

    /// <summary>Floating-point sums have an order, except where the method lets them have any.</summary>
    [Theory]
    [InlineData("float f = 0; for (int i = 0; i < n; i++) { f += v[i]; w[i] = f; }")]
    [InlineData("for (int i = 1; i < n; i++) w[i] = w[i - 1] + v[i];")]
    public void FloatsAreSummedUpInAnyOrder(string body)
    {
        Assert.Contains("lanes", Compiled.Summary(Compiled.Members($"[Parallel(FloatMode = FloatMode.Fast)] static void M({Parameters}) {{ {body} }}")), StringComparison.Ordinal);
        Assert.DoesNotContain("lanes", Compiled.Summary(Compiled.Body(Parameters, body)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) if (v[i] > 0) { checked { k++; } w[k] = v[i]; }")]
    [InlineData("for (int i = 0; i < n; i++) if (v[i] > k) w[k++] = v[i];")]
    [InlineData("for (int i = 0; i < n; i++) if (w[i] > 0) w[k++] = v[i];")]
    [InlineData("for (int i = 0; i < k; i++) if (v[i] > 0) w[--k] = v[i];")]
    [InlineData("for (int i = 0; i < n; i++) { k = k * 3 + x[i]; y[i] = k; }")]
    [InlineData("for (int i = 0; i < n; i++) { k += y[k]; z[i] = k; }")]
    [InlineData("for (int i = 0; i < n; i++) { z[i] = k; if (z[i] > 0) k++; }")]
    [InlineData("for (int i = 0; i < n; i++) { try { if (v[i] > 0) w[k++] = v[i]; } finally { } }")]
    [InlineData("for (int i = 2; i < n; i++) y[i] = y[i - 1] + y[i - 2];")]
    [InlineData("for (int i = 0; i < n; i++) { x[i] *= x[i]; if (x[i] > 9) y[k++] = i; }")]
    [InlineData("for (int i = 1; i < n; i++) if (x[i] > 0) y[i] = y[i - 1] + x[i];")]
    [InlineData("for (int i = 1; i < n; i++) w[i] = w[i - 1] + v[i];")]
    [InlineData("float f = 0; for (int i = 0; i < n; i++) { f += v[i]; w[i] = f; }")]
    public void StaysAsWritten(string body) => Assert.DoesNotContain("lanes", Compiled.Summary(Compiled.Body(Parameters, body)), StringComparison.Ordinal);
}
