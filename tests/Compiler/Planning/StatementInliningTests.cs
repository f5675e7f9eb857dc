namespace AutoParallel.Compiler.Tests.Planning;

/// <summary>Calls that are statements, with what they write.</summary>
public sealed class StatementInliningTests
{
    [Theory]
    [InlineData("F(a, b, i);", "static void F(int[] x, int[] y, int k) => x[k] = y[k] * 2;", "#0 cores lanes guarded")]
    [InlineData("F(a, b, i);", "static void F(int[] x, int[] y, int k) { if (y[k] < 0) return; x[k] += y[k]; }", "#0 cores lanes guarded")]
    [InlineData("F(a, b, i);", "static void F(int[] x, int[] y, int k) { G(x, k, y[k]); G(y, k, 1); } static void G(int[] z, int k, int v) { z[k] -= v; }", "#0 cores lanes guarded")]
    [InlineData("F(a, i);", "static int F(int[] x, int k) { x[k] = k; return 1; }", "#0 cores lanes guarded")]
    [InlineData("F(a, b, i, n);", "static void F(int[] x, int[] y, int k, int n) { x[k] = y[k]; y[k] = n; n = 3; x[k] += n; }", "#0 cores lanes guarded")]
    [InlineData("F(i);", "static void F(int k) { _data[k] = k; } static readonly int[] _data = new int[10];", "#0 cores lanes guarded")]
    [InlineData("F(a, i);", "static void F(int[] x, int k) => x[k] = x[k + 1] * x[k - 1];", "AP1002")]
    [InlineData("F(a, i);", "static void F(int[] x, int k) { if (k > 5) throw new Exception(); x[k] = k; }", "#0 cores lanes guarded")]
    [InlineData("F(a, i);", "static void F(int[] x, int k) { x[k] = k; if (k > 5) throw new Exception(); }", "#0 cores")]
    public void IsSeen(string body, string helper, string expected) =>
        Assert.Equal(expected, Compiled.Summary(Compiled.Members($"[Parallel] static void M(int[] a, int[] b, int n) {{ for (int i = 0; i < n; i++) {{ {body} }} }} {helper}")));

    [Theory]
    [InlineData("Add(ref s, a[i]);", "static void Add(ref int s, int v) => s += v;", "s (Add)")]
    [InlineData("Most(ref s, a[i]);", "static void Most(ref int s, int v) { if (v > s) s = v; }", "s (GreaterMaximum)")]
    [InlineData("Count(ref s);", "static void Count(ref int s) => s++;", "s (Add)")]
    public void IsReduction(string body, string helper, string expected)
    {
        var compiled = Compiled.Members($"[Parallel] static int M(int[] a, int n) {{ int s = 0; for (int i = 0; i < n; i++) {{ {body} }} return s; }} {helper}");
        Assert.Contains(compiled.Verdicts, v => v.Message.Contains($"reductions {expected}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Add(ref s, s);", "static void Add(ref int s, int v) { s += v; s += v; }")]
    [InlineData("Add(ref s, a[i]);", "static void Add(ref int s, int v) => s = s * 2 + v;")]
    [InlineData("Add(ref s, ref s);", "static void Add(ref int s, ref int t) => s += t;")]
    public void IsCarried(string body, string helper)
    {
        var compiled = Compiled.Members($"[Parallel] static int M(int[] a, int n) {{ int s = 0; for (int i = 0; i < n; i++) {{ {body} }} return s; }} {helper}");
        Assert.DoesNotContain(compiled.Verdicts, v => v.RuleId == RuleIds.RunsOnCores);
    }
}
