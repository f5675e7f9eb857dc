using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Tests.Planning;

/// <summary>Subscripts that come from memory are looked at before the loop.</summary>
public sealed class InspectionTests
{
    private const string Parameters = "double[] x, double[] y, int[] p, int[] q, Span<double> s, List<double> l, float[,] t, int n";

    [Theory]
    [InlineData("for (int j = 0; j < 9; j++) x[p[i]] /= Math.Sqrt(y[i] + j);", "x")]
    [InlineData("int k = p[i]; x[k] = Math.Pow(x[k + 12], y[i]); x[k + 12] = Math.Exp(Math.Sin(y[i]) * 3);", "x")]
    [InlineData("for (int j = 0; j < n; j++) y[i] += j; x[p[i] + n] = y[i] / x[q[i]];", "x")]
    [InlineData("for (int j = 0; j < 9; j++) s[p[q[i]]] = Math.Sqrt(s[p[q[i]]] * j);", "s")]
    [InlineData("for (int j = 0; j < 9; j++) l[p[i]] = Math.Sqrt(l[p[i]] + y[j]);", "l")]
    [InlineData("if (y[i] > 0) { x[p[i]] = y[i]; for (int j = 0; j < 9; j++) q[p[i]] /= j + 1; }", "x'; no two iterations use one element of 'q")]
    [InlineData("for (int j = 0; j < 9; j++) x[i * i % 77] = Math.Sqrt(x[i * i % 77] + j);", "x")]
    public void IsInspected(string body, string container)
    {
        var compiled = Compiled.Body(Parameters, $"for (int i = 0; i < n; i++) {{ {body} }}");
        Assert.Contains(compiled.Verdicts, v => v.RuleId == RuleIds.RunsOnCores && v.Source.StartColumn == compiled.Verdicts.Min(o => o.Source.StartColumn));
        Assert.Contains("Loop0.Inspect(", compiled.Source, StringComparison.Ordinal);
        var meanings = string.Join("; ", LoopPlanner.Plan(compiled.Method, new PassLog(false)).Loops[0].GuardMeanings);
        Assert.Contains(container.Split('\'')[0], meanings, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("for (int j = 0; j < 9; j++) x[p[j]] = Math.Sqrt(x[p[j]] + i);")]
    [InlineData("q[p[i]] = q[p[i]] / 3 + 1; for (int j = 0; j < 9; j++) p[i] += j;")]
    [InlineData("x[p[i]] = y[i];")]
    [InlineData("int k = 0; while (p[k] < i) k++; for (int j = 0; j < 9; j++) x[k] /= j;")]
    [InlineData("t[p[i], 0] = (float)Math.Sqrt(y[i]); for (int j = 0; j < 9; j++) t[p[i], 1] /= 2 + j;")]
    public void IsNotInspected(string body)
    {
        var source = Compiled.Body(Parameters, $"for (int i = 0; i < n; i++) {{ {body} }}").Source;
        Assert.DoesNotContain("Loop0.Inspect(", source ?? "", StringComparison.Ordinal);
    }

    /// <summary>A loop that runs several times is inspected once, where nothing can change what its subscripts are computed from.</summary>
    [Theory]
    [InlineData("for (int r = 0; r < m; r++) { x[0] += 1; for (int i = 0; i < n; i++) for (int j = 1; j < 9; j++) x[p[i]] /= j; }", true)]
    [InlineData("for (int r = 0; r < m; r++) for (int i = 0; i < n; i++) { x[p[i] + m] = Math.Pow(x[p[i] + m], Math.Exp(y[i]) + Math.Sin(y[i])); x[0] += x[p[i]]; }", false)]
    [InlineData("for (int r = 0; r < m; r++) { q[r] = 1; for (int i = 0; i < n; i++) for (int j = 1; j < 9; j++) x[p[i]] /= j; }", false)]
    [InlineData("for (int r = 0; r < m; r++) { p = q; for (int i = 0; i < n; i++) for (int j = 1; j < 9; j++) x[p[i]] /= j; }", false)]
    [InlineData("for (int r = 0; r < m; r++) { y[0] += 1; for (int i = 0; i < r; i++) for (int j = 1; j < 9; j++) x[p[i]] /= j; }", false)]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 1; j < 9; j++) x[p[i]] /= j;", false)]
    public void IsKept(string body, bool isKept) =>
        Assert.Equal(isKept, Compiled.Body("double[] x, double[] y, int[] p, int[] q, int n, int m", body).Source?.Contains("__inspected", StringComparison.Ordinal) ?? false);

    [Fact]
    public void WhatTheSubscriptsAreReadFromMayNotBeWritten() => Assert.Contains(
        "object.ReferenceEquals(q, p)",
        Compiled.Body(Parameters, "for (int i = 0; i < n; i++) for (int j = 1; j < 9; j++) q[p[i]] /= j;").Source,
        StringComparison.Ordinal);
}
