namespace AutoParallel.Compiler.Tests.Planning;

/// <summary>Forms of least and greatest values that are reductions, and those that only look like one.</summary>
public sealed class ExtremumReductionTests
{
    [Theory]
    [InlineData("int m = a[0]; for (int i = 1; i < n; i++) m = a[i] <= m ? a[i] : m; r[0] = m;")]
    [InlineData("int m = a[0]; for (int i = 1; i < n; i++) m = m < a[i] ? m : a[i]; r[0] = m;")]
    [InlineData("int m = a[0]; for (int i = 1; i < n; i++) m = m >= a[i] ? m : a[i]; r[0] = m;")]
    [InlineData("nint m = p[0]; for (int i = 1; i < n; i++) m = nint.Max(m, p[i]); p[0] = m;")]
    [InlineData("Half m = h[0]; for (int i = 1; i < n; i++) m = Half.Min(m, h[i]); h[0] = m;")]
    [InlineData("char m = c[0]; for (int i = 1; i < n; i++) if (c[i] > m) m = c[i]; c[0] = m;")]
    [InlineData("char m = c[0]; for (int i = 1; i < n; i++) m = (char)Math.Max(m, c[i]); c[0] = m;")]
    [InlineData("byte m = b[0]; for (int i = 1; i < n; i++) m = Math.Max(m, b[i]); b[0] = m;")]
    [InlineData("byte m = b[0]; for (int i = 1; i < n; i++) m = (byte)(b[i] > m ? b[i] : m); b[0] = m;")]
    public void IsAReduction(string body) => Assert.Contains("reductions m (", Verdicts(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("byte m = b[0]; for (int i = 1; i < n; i++) m = (byte)Math.Max(m, a[i]); b[0] = m;")]
    [InlineData("byte m = b[0]; for (int i = 1; i < n; i++) m = (byte)(a[i] > m ? a[i] : m); b[0] = m;")]
    [InlineData("char m = c[0]; for (int i = 1; i < n; i++) m = (char)Math.Min((int)m, a[i]); c[0] = m;")]
    [InlineData("double m = d[0]; for (int i = 1; i < n; i++) m = m < d[i] ? m : d[i]; d[0] = m;")]
    public void HasAnOrder(string body) => Assert.DoesNotContain("reductions m (", Verdicts(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("decimal m = e[0]; for (int i = 1; i < n; i++) m = Math.Max(m, e[i]); e[0] = m;", "which of equal decimals")]
    [InlineData("var m = TimeSpan.Zero; for (int i = 1; i < n; i++) m += t[i]; t[0] = m;", "add up their 'Ticks' in a 'long'")]
    [InlineData("Int128 m = 0; for (int i = 1; i < n; i++) m += a[i]; a[0] = (int)m;", "sums of 'Int128' are calls")]
    public void TheRemedySuitsTheType(string body, string remedy) => Assert.Contains(remedy, Verdicts(body), StringComparison.Ordinal);

    private static string Verdicts(string body) => string.Join(
        "\n",
        Compiled.Body("int[] a, byte[] b, char[] c, double[] d, decimal[] e, Half[] h, nint[] p, int[] r, TimeSpan[] t, int n", body).Verdicts.Select(v => v.Message));
}
