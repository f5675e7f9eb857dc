namespace AutoParallel.Compiler.Tests.Planning;

/// <summary>Workers get copies of what iterations only combine values into, or read nothing of but what they have written.</summary>
public sealed class PrivatizationTests
{
    private const string Parameters = "int[] k, int[] h, int[] g, double[] x, double[] y, byte[] b, int[,] t, Span<int> s, int n";

    [Theory]
    [InlineData("h[k[i]]++;", "h (Add)")]
    [InlineData("h[k[i]] += 3 * i;", "h (Add)")]
    [InlineData("h[k[i]] = i + h[k[i]];", "h (Add)")]
    [InlineData("h[k[i] & 7] -= k[i];", "h (Add)")]
    [InlineData("h[k[i]] *= 3;", "h (Multiply)")]
    [InlineData("h[k[i]] |= i;", "h (Or)")]
    [InlineData("h[k[i]] = Math.Max(h[k[i]], i);", "h (Maximum)")]
    [InlineData("if (h[k[i]] < i) h[k[i]] = i;", "h (GreaterMaximum)")]
    [InlineData("if (x[i] > 0) { h[k[i]]++; } else { h[0] += 2; }", "h (Add)")]
    [InlineData("h[k[i]]++; g[k[i] / 2] ^= i;", "h (Add); reduction into the elements of g (Xor)")]
    [InlineData("b[k[i]]++;", "b (Add)")]
    [InlineData("t[k[i], i & 1]++;", "t (Add)")]
    [InlineData("s[k[i]]++;", "s (Add)")]
    [InlineData("x[k[i]] += 1.5;", "x (Add)")]
    [InlineData("h[k[i]]++; y[i] = x[i] * 2;", "h (Add)")]
    [InlineData("x[k[i]] = Math.Min(x[k[i]], y[i]);", "x (Minimum)")]
    [InlineData("if (x[k[i]] < y[i]) x[k[i]] = y[i];", "x (GreaterMaximum)")]
    public void IsReduction(string body, string expected) =>
        Assert.Contains($"reduction into the elements of {expected}", Messages(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("h[k[i]]++; h[0] *= 2;")]
    [InlineData("h[k[i]] += h[0];")]
    [InlineData("h[k[i]]++; y[i] = h[0];")]
    [InlineData("h[k[i]] = h[i] + 1;")]
    [InlineData("h[h[k[i]]]++;")]
    [InlineData("h[k[i]] = 1 - h[k[i]];")]
    [InlineData("h[k[i]] /= 2;")]
    [InlineData("h[k[i]] = checked(h[k[i]] + 1);")]
    [InlineData("h[k[i]]++; n = h.Length + n * 2;")]
    [InlineData("var a = h; a[k[i]]++; h[0]++;")]
    [InlineData("h[k[i]]++; y[i] += 1;")]
    [InlineData("h[k[i]]++; Array.Sort(h);")]
    public void IsNoReduction(string body) => Assert.DoesNotContain("reduction into", Messages(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("_counts[k[i]]++;", "_counts")]
    [InlineData("Shared[k[i]] += i;", "Shared")]
    [InlineData("s.Hits[k[i]] -= 2; if (k[i] < 3) continue; _counts[0]++;", "s.Hits' and '_counts")]
    [InlineData("_grid[k[i], 1] ^= i;", "_grid")]
    [InlineData("_rows[2][k[i]]++;", "_rows[2]")]
    public void OfFields(string body, string expected)
    {
        var messages = FieldMessages(body);
        Assert.Contains($"runs across the cores after keeping '{expected}' in a local", messages, StringComparison.Ordinal);
        Assert.Contains("reduction into the elements of", messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_counts[k[i]]++; _counts = k;")]
    [InlineData("_counts[k[i]]++; t.Hits[0] = _counts[1];")]
    [InlineData("_counts[k[i]] += F(i);")]
    [InlineData("s.Hits[k[i]]++; s = t;")]
    public void OfFieldsIsNone(string body) => Assert.DoesNotContain("reduction into", FieldMessages(body), StringComparison.Ordinal);

    [Fact]
    public void FieldsOfTwoObjectsMayBeOneArray() => Assert.Matches(@"!object\.ReferenceEquals\(__Hits0_\d+, __Hits0_\d+\)", WithFields("s.Hits[k[i]]++; t.Hits[k[i]] *= 3;").Source);

    private static string FieldMessages(string body) => string.Join("\n", WithFields(body).Verdicts.Select(v => v.Message));

    private static CompiledMethod WithFields(string body) => Compiled.Members(
        $$"""
        internal sealed class S { public int[] Hits; }
        private int[] _counts; private int[,] _grid; private int[][] _rows; internal static int[] Shared;
        private int F(int v) => _counts[v]++;
        [Parallel] void M(int[] k, S s, S t) { for (int i = 0; i < k.Length; i++) { {{body}} } }
        """);

    [Fact]
    public void StrictKeepsTheOrder()
    {
        var verdicts = Compiled.Members("[Parallel(FloatMode = FloatMode.Strict)] static void M(int[] k, double[] x) { for (int i = 0; i < k.Length; i++) x[k[i]] += 1.5; }").Verdicts;
        Assert.Contains(verdicts, v => v.Message.Contains("what iterations add to the elements of 'x' is a floating-point reduction", StringComparison.Ordinal));
    }

    [Fact]
    public void AnElementInAnotherArrayIsReadAndWritten() => Assert.Contains(
        "could not be run again for the contents of 'h' if an iteration failed",
        Messages("h[k[i]]++; if (y[i] > 0) y[k[i] + i * 2] = y[i];") + Messages("h[k[i]]++; for (int j = 0; j < 4; j++) y[i] += j;"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("for (int j = 0; j < n; j++) w[j] = a[i, j]; for (int j = 0; j < n; j++) r[i] += w[j] * w[n - 1 - j];")]
    [InlineData("for (int j = n - 1; j >= 0; j--) w[j] = a[i, j]; r[i] = w[k[i]];")]
    [InlineData("w[0] = 1; for (int j = 1; j < n; j++) w[j] = w[j - 1] + a[i, j]; r[i] = w[n - 1];")]
    [InlineData("w[0] = 1; w[1] = 2; for (int j = 2; j < n; j++) w[j] = w[j - 1] + w[j - 2]; r[i] = w[n / 2];")]
    [InlineData("if (a[i, 0] > 0) { w[0] = 1; } else { w[0] = 2; } r[i] = w[0];")]
    [InlineData("Array.Clear(w); for (int j = 0; j < n; j++) w[k[j]] += a[i, j]; r[i] = w[3];")]
    [InlineData("Array.Fill(w, 1); for (int j = 0; j < n; j++) w[k[j]] *= a[i, j]; r[i] = w[k[i]];")]
    [InlineData("w.AsSpan().Clear(); w[k[i]] = 1; r[i] = w[3];")]
    [InlineData("for (int j = 0; j < w.Length; j++) w[j] = 0; foreach (int key in k) w[key] += a[i, 0]; r[i] = w[1];")]
    [InlineData("for (int j = 0; j < n; j++) { w[j] = a[i, j]; r[i] += w[j]; }")]
    [InlineData("for (int j = 0; j < n; j++) for (int l = 0; l < n; l++) m[j, l] = a[i, j] * a[i, l]; for (int j = 0; j < n; j++) r[i] += m[j, j];")]
    [InlineData("for (int j = 0; j < i; j++) w[j] = a[i, j]; for (int j = 0; j < i; j++) r[i] += w[j];")]
    [InlineData("for (int j = 0; j < 8; j++) z[j] = a[i, j]; for (int j = 7; j >= 0; j--) r[i] += z[j];")]
    public void IsScratch(string body) => Assert.Contains("a copy of '", OfScratch(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("for (int j = 1; j < n; j++) w[j] = w[j - 1] + a[i, j]; r[i] = w[n - 1];")]
    [InlineData("for (int j = 0; j < n; j++) if (a[i, j] > 0) w[j] = a[i, j]; for (int j = 0; j < n; j++) r[i] += w[j];")]
    [InlineData("for (int j = 0; j < n; j += 2) w[j] = a[i, j]; for (int j = 0; j < n; j++) r[i] += w[j];")]
    [InlineData("for (int j = 0; j < n; j++) { if (a[i, j] > 3) break; w[j] = a[i, j]; } for (int j = 0; j < n; j++) r[i] += w[j];")]
    [InlineData("for (int j = 0; j < n; j++) { if (a[i, j] > 3) continue; w[j] = a[i, j]; } for (int j = 0; j < n; j++) r[i] += w[j];")]
    [InlineData("for (int j = 0; j < n; j++) w[j] = a[i, j]; for (int j = 0; j <= n; j++) r[i] += w[j];")]
    [InlineData("for (int j = 0; j < n; j++) w[0] = a[i, j]; r[i] = w[0];")]
    [InlineData("r[i] = w[0]; w[0] = a[i, 0];")]
    [InlineData("if (a[i, 0] > 0) w[0] = 1; r[i] = w[0];")]
    [InlineData("for (int j = 0; j < n; j++) w[k[j]] = a[i, j]; r[i] = w[0];")]
    [InlineData("Array.Clear(w, 0, n); w[k[i]]++; r[i] = w[3];")]
    [InlineData("w.AsSpan(1).Clear(); w[k[i]] += 1; r[i] = w[3];")]
    [InlineData("var v = w; v[0] = i; r[i] = w[0];")]
    [InlineData("while (a[i, 0] > 0) { w[0] = 1; break; } r[i] = w[0];")]
    public void IsNoScratch(string body) => Assert.DoesNotContain("a copy of '", OfScratch(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("for (int j = 0; j < n; j++) w[j] = a[i, j]; for (int j = 0; j < n; j++) r[i] = w[j];", true)]
    [InlineData("for (int j = 0; j < i; j++) w[j] = a[i, j]; for (int j = 0; j < i; j++) r[i] = w[j];", false)]
    [InlineData("w[0] = i; if (a[i, 0] > 0) w[1] = 2; r[i] = w[0];", false)]
    [InlineData("w[0] = i; if (a[i, 0] > 0) continue; r[i] = w[0];", false)]
    [InlineData("w[i] = 1; w[i] += 2;", false)]
    public void GivenScratchKeepsWhatTheLastIterationLeaves(string body, bool isPrivate)
    {
        var messages = Compiled.Body("int[] w, int[] r, int[,] a, int n", $"for (int i = 0; i < n; i++) {{ {body} }}").Verdicts.Select(v => v.Message);
        Assert.Equal(isPrivate, messages.Any(m => m.Contains("a copy of 'w'", StringComparison.Ordinal)));
    }

    [Fact]
    public void TwoLoopsShareScratch() => Assert.Equal(
        2,
        Compiled.Body(
            "int[] r, int[] q, int[,] a, int n",
            "var w = new int[n]; for (int i = 0; i < n; i++) { for (int j = 0; j < n; j++) w[j] = a[i, j]; for (int j = 0; j < n; j++) r[i] += w[j]; }"
            + "for (int i = 0; i < n; i++) { for (int j = 0; j < n; j++) w[j] = a[i, j]; for (int j = 0; j < n; j++) q[i] -= w[j]; }")
            .Verdicts.Select(v => v.Message).Count(m => m.Contains("a copy of 'w' for each worker", StringComparison.Ordinal)));

    private static string OfScratch(string body) => string.Join(
        "\n",
        Compiled.Body(
            "int[] k, int[] r, int[,] a, int n",
            $"var w = new int[n]; var m = new int[n, n]; Span<int> z = stackalloc int[8]; for (int i = 0; i < n; i++) {{ {body} }}").Verdicts.Select(v => v.Message));

    private static string Messages(string body) =>
        string.Join("\n", Compiled.Body(Parameters, $"for (int i = 0; i < k.Length; i++) {{ {body} }}").Verdicts.Select(v => v.Message));
}
