using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;
using AutoParallel.Compiler.Tests.Planning;

namespace AutoParallel.Compiler.Tests.Transforms;

/// <summary>An extremum with its place is found by two loops; what only looks like one is left alone.</summary>
public sealed class ExtremumLocationTests
{
    [Theory]
    [InlineData("for (int i = 0; i < n; i++) if (x[i] > m) { m = x[i]; p = i; }")]
    [InlineData("for (int i = 0; i < n; i++) if (m > x[i]) { p = i; m = x[i]; }")]
    [InlineData("for (int i = n - 1; i >= 0; i--) if (x[i] <= m) { m = x[i]; p = i; }")]
    [InlineData("for (int i = 0; i < n; i++) { float v = Math.Abs(x[i] - y[i]); if (v > m) { m = v; p = 2 * i; q = n; } }")]
    [InlineData("for (int i = 0; i < n; i++) if (x[2 * i] >= m) { m = x[2 * i]; q = y[i]; p = i; }")]
    public void IsFound(string body) => Assert.Contains("runs across the cores after finding 'm' first, and then where it is:", Verdicts(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) if (x[i] > m) { m = y[i]; p = i; }")]
    [InlineData("for (int i = 0; i < n; i++) if (x[i] > m) { m = x[i]; p++; }")]
    [InlineData("for (int i = 0; i < n; i++) if (x[i] > m) { m = x[i]; p = i; } else p = -1;")]
    [InlineData("for (int i = 0; i < n; i++) if (x[i] > m && i > p) { m = x[i]; p = i; }")]
    [InlineData("for (int i = 0; i < n; i++) { if (x[i] > m) { m = x[i]; p = i; } y[i] = p; }")]
    [InlineData("for (int i = 0; i < n; i++) { if (x[i] > m) { m = x[i]; p = i; } if (y[i] > m) p = 0; }")]
    [InlineData("for (int i = 0; i < n; i++) { if (x[i] > m) { m = x[i]; p = i; } y[i] = 0; }")]
    [InlineData("for (int i = 0; i < n; i++) if (x[i] != m) { m = x[i]; p = i; }")]
    [InlineData("for (int i = 0; i < n; i++) if ((double)x[i] > m) { m = x[i]; p = i; }")]
    public void IsNotOne(string body) => Assert.DoesNotContain("finding 'm' first", Verdicts(body), StringComparison.Ordinal);

    /// <summary>The second loop could begin at fewer iterations, but then all are gone over twice and only once faster.</summary>
    [Fact]
    public void BothLoopsRunFromTheSameTripOn()
    {
        var method = Compiled.Body("float[] x, int[] place", "float m = 0; int p = 0; for (int i = 0; i < x.Length; i++) if (x[i] > m) { m = x[i]; p = i; } place[0] = p;");
        var plan = LoopPlanner.Plan(method.Method, new PassLog(false));
        Assert.Equal(2, plan.Loops.Count);
        var trip = Assert.Single(plan.Loops.Values.Select(l => l.MinimumTrip).Distinct());
        Assert.Equal(trip, plan.Replacements.Values.Single().LeastTrip);
    }

    private static string Verdicts(string body) => string.Join(
        "\n",
        Compiled.Members($"[Parallel] static float M(float[] x, float[] y, int n) {{ float m = x[0]; float q = 0; int p = 0; {body} return m + p + q; }}").Verdicts.Select(v => v.Message));
}
