namespace AutoParallel.Compiler.Tests.Planning;

/// <summary>Variables that only some iterations assign keep what the last of those has assigned.</summary>
public sealed class ConditionalLastValueTests
{
    private const string Before = "int last = -1; string text = \"\"; double sum = 0; for (int i = 0; i < n; i++) { ";
    private const string After = " } y[0] = last + text.Length + sum;";

    [Theory]
    [InlineData("if (x[i] > 3) last = x[i] / (x[i] & 3);", "the last value of last")]
    [InlineData("if (s[i].Length > 3) text = s[i].Trim();", "the last value of text")]
    [InlineData("if (x[i] == 0) continue; y[i] = 10 / x[i]; last = (int)y[i];", "the last value of last")]
    [InlineData("if (x[i] > 3) { last = x[i] / (x[i] & 3); y[i] = last; }", "the last value of last")]
    [InlineData("switch (x[i]) { case 1: last = 2; break; case 2: text = s[i].Trim(); break; }", "the last value of last; the last value of text")]
    [InlineData("sum += y[i]; if (y[i] > 0.5) last = x[i] / (x[i] & 3);", "reductions sum (Add); the last value of last")]
    [InlineData("for (int j = 0; j < n; j++) x[i] += j; if (s[i].Length > 2) last = x[i];", "the last value of last")]
    [InlineData("h[s[i].Length & 7]++; if (s[i].Length > 2) last = i;", "the last value of last; reduction into the elements of h (Add)")]
    public void IsKept(string body, string expected) => Assert.Contains(expected, Messages(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("if (x[i] > 3) last = x[i] / (x[i] & 3); y[i] = last;")]
    [InlineData("y[i] = last; if (x[i] > 3) last = x[i] / (x[i] & 3);")]
    [InlineData("if (x[i] > last) last = x[i] / (x[i] & 3);")]
    [InlineData("if (int.TryParse(s[i], out last)) y[i] = 1;")]
    [InlineData("if (x[i] > 3) { Action f = () => last = 3; f(); }")]
    [InlineData("try { if (x[i] > 3) last = x[i] / (x[i] & 3); } finally { y[i] = 1; }")]
    [InlineData("if (x[i] > 3) last = x[i] / (x[i] & 3); if (x[i] > 5) break;")]
    [InlineData("for (int j = 0; j < x[i]; j++) last = s[j].Length;")]
    public void IsNotKept(string body) => Assert.DoesNotContain("the last value of", Messages(body), StringComparison.Ordinal);

    [Fact]
    public void AHandlerSeesItHalfWay() => Assert.DoesNotContain(
        "runs across the cores",
        string.Join("\n", Compiled.Body("int[] x, int n", "int last = 0; try { for (int i = 0; i < n; i++) if (x[i] > 3) last = x[i] / (x[i] & 3); } catch (Exception) { } x[0] = last;").Verdicts.Select(v => v.Message)),
        StringComparison.Ordinal);

    private static string Messages(string body) =>
        string.Join("\n", Compiled.Body("int[] x, double[] y, string[] s, int[] h, int n", $"{Before}{body}{After}").Verdicts.Where(v => v.RuleId != RuleIds.Vectorized).Select(v => v.Message));
}
