using AutoParallel.Compiler.Tests.Planning;

namespace AutoParallel.Compiler.Tests.Legality;

/// <summary>The remedy for a carried variable fits what it is.</summary>
public sealed class ReductionAdviceTests
{
    [Theory]
    [InlineData("if (x[i] < s) s = x[i]; else if (x[i] > r) r = x[i];", "write its 'if' without the 'else' before it")]
    [InlineData("s = s * 0.9 + x[i] * 0.1; y[i] = s;", "each value is computed from the one before")]
    [InlineData("s += x[i + 3] - x[i]; y[i] = s / 3;", "the loop also reads 's' on the way")]
    [InlineData("s += x[i + 3] - x[i]; y[i] = s / 3;", "FloatMode.Fast")]
    [InlineData("s = Math.Min(s + 1, x[i]); y[i] = s;", "each value is computed from the one before")]
    [InlineData("s += x[i]; s *= x[i];", "it is updated by '+=' and '*='")]
    [InlineData("if (x[i] > 0) s += x[i]; else s = 0; y[i] = s;", "it is also set anew in some iterations")]
    [InlineData("if (x[i] - s > 3) { s = x[i]; y[i] = 1; }", "whether it is assigned depends on what it was")]
    [InlineData("y[i] = s; s = Math.Sqrt(y[i + 1]);", "compute that again from the data")]
    public void Fits(string body, string remedy)
    {
        var messages = Compiled.Members($"[Parallel] static double M(double[] x, double[] y, int n) {{ double s = 0, r = 0; for (int i = 0; i < n; i++) {{ {body} }} return s + r; }}")
            .Verdicts.Where(v => v.RuleId == RuleIds.SharedScalar).Select(v => v.Message).ToList();
        Assert.Contains(messages, m => m.Contains(remedy, StringComparison.Ordinal));
        Assert.DoesNotContain(messages, m => m.Contains("make it a reduction", StringComparison.Ordinal));
    }
}
