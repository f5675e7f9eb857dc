namespace AutoParallel.Compiler.Tests.Planning;

/// <summary>Which loops over arrays are proven independent, guarded or refused.</summary>
public sealed class DependenceTests
{
    [Theory]
    [InlineData("for (int i = 0; i < n; i++) a[i] = b[i] + 1;", "#0 cores lanes guarded")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[i] * 2;", "#0 cores lanes guarded")]
    [InlineData("for (int i = n - 1; i >= 0; i--) a[i] = b[i] * 2;", "#0 cores lanes guarded")]
    [InlineData("for (int i = 0; i < n; i += 2) a[i] = a[i + 1];", "#0 cores lanes guarded")]
    [InlineData("for (int i = 0; i < n; i++) a[2 * i] = a[2 * i + 1];", "#0 cores lanes guarded")]
    [InlineData("for (int i = 1; i < n; i++) a[i] = a[i - 1];", "AP1002")]
    [InlineData("for (int i = 0; i < n - 1; i++) a[i] = a[i + 1];", "#1 cores lanes guarded")]
    [InlineData("for (int i = 0; i < 100; i++) a[i] = a[i + 100];", "#0 cores lanes guarded")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[i + n];", "#0 cores lanes guarded")]
    [InlineData("for (int i = 0; i < n; i++) a[0] = b[i];", "#1 cores lanes guarded")]
    [InlineData("for (int i = 0; i < n; i++) a[0] += b[i];", "#1 cores lanes guarded")]
    [InlineData("for (int i = 0; i < n; i++) a[0] += a[i];", "AP1002")]
    [InlineData("for (int i = 0; i < n; i++) if (b[i] > 0) a[0] += b[i];", "#0 cores guarded")]
    [InlineData("for (int i = 1; i < n; i++) a[i] = a[0];", "#0 cores lanes guarded")]
    [InlineData("for (int i = 0; i < n; i++) a[i % 4] += b[i];", "#0 cores guarded")]
    [InlineData("for (int i = 0; i < n; i++) a[b[i]] = i;", "AP1003")]
    [InlineData("for (int i = 0; i < n; i++) a[i * i] = i;", "AP1003")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) a[i * m + j] = b[j];", "#0 cores guarded; #1 lanes guarded")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) a[i * m + j] = a[i * m + j + 1];", "#2 cores lanes guarded; AP1003")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) a[j] = b[i];", "#0 cores guarded; #1 cores lanes guarded")]
    public void Arrays(string body, string expected) =>
        Assert.Equal(expected, Compiled.Summary(Compiled.Body("int[] a, int[] b, int n, int m", body)));

    /// <summary>Two elements are one only where all their subscripts agree.</summary>
    [Theory]
    [InlineData("g[r, j] = g[r, j - 1] + 1;", "iteration i writes 'g[r, j]', and iteration i+1 reads it as 'g[r, j - 1]'")]
    [InlineData("g[j, r] = g[j - 2, r] + 1;", "iteration i writes 'g[j, r]', and iteration i+2 reads it as 'g[j - 2, r]'")]
    [InlineData("g[r, 0] = g[r, 0] * 3 + k[j];", "every iteration writes 'g[r, 0]' and reads 'g[r, 0]', the same element")]
    [InlineData("g[k[j], j] = g[k[j], j - 1] + 1;", "iteration i writes 'g[k[j], j]', and iteration i+1 may read the same element as 'g[k[j], j - 1]'")]
    public void AllDimensions(string body, string message) => Assert.Contains(
        Compiled.Body("int[,] g, int[] k, int r, int n", $"for (int j = 2; j < n; j++) {body}").Verdicts, v => v.Message.Contains(message, StringComparison.Ordinal));

    /// <summary>Subscripts that a symbolic stride keeps apart, where it is wider than what they differ by.</summary>
    [Theory]
    [InlineData("for (int i = 0; i < n; i++) a[i * m] = a[i * m + 1] * 2;", true)]
    [InlineData("for (int i = 0; i < n; i++) a[i * (m - 1) + n] = a[i * (m - 1) + n - m] * 2;", true)]
    [InlineData("for (int i = 0; i < n; i++) a[i * m] = a[i * m + m] * 2;", false)]
    public void SymbolicStrides(string body, bool isApart) =>
        Assert.Equal(isApart, Compiled.Body("int[] a, int n, int m", body).Verdicts.Any(v => v.Message.Contains("the stride is wider", StringComparison.Ordinal)));

    [Theory]
    [InlineData("for (int y = 0; y < h; y++) for (int x = 0; x < w; x++) p[y, x] = q[y, x] * 2;", "#0 cores; #1 lanes guarded")]
    [InlineData("for (int y = 1; y < h; y++) for (int x = 0; x < w; x++) p[y, x] = p[y - 1, x];", "#1 cores lanes guarded; AP1002")]
    [InlineData("for (int y = 1; y < h; y++) for (int x = 0; x < w; x++) p[y, x] = q[y - 1, x];", "#0 cores guarded; #1 lanes guarded")]
    public void Rectangular(string body, string expected) =>
        Assert.Equal(expected, Compiled.Summary(Compiled.Body("float[,] p, float[,] q, int w, int h", body)));

    [Theory]
    [InlineData("for (int i = 0; i < x.Length; i++) y[i] = x[i];", "AreSameOrDisjoint")]
    [InlineData("for (int i = 1; i < x.Length; i++) y[i] = x[i - 1];", "AreDisjoint")]
    public void SpansAreCheckedForOverlap(string body, string check)
    {
        var compiled = Compiled.Body("ReadOnlySpan<float> x, Span<float> y", body);
        Assert.Contains(check, compiled.Source);
    }

    [Fact]
    public void ArraysAtTheSameIndexNeedNoCheck()
    {
        var compiled = Compiled.Body("float[] x, float[] y", "for (int i = 0; i < x.Length; i++) y[i] = x[i];");
        Assert.DoesNotContain("Overlap", compiled.Source);
        Assert.DoesNotContain("ReferenceEquals", compiled.Source);
    }

    [Fact]
    public void RowsOfJaggedArraysAreCheckedToBeDifferent()
    {
        var compiled = Compiled.Body("float[][] a, float[] b", "for (int i = 0; i < a.Length; i++) for (int j = 0; j < a[i].Length; j++) a[i][j] = b[j];");
        Assert.Contains("RowAliasing.AreDistinct(a", compiled.Source);
        Assert.Contains("RowAliasing.Excludes(a", compiled.Source);
    }

    /// <summary>Even and odd places of a checkerboard are different elements.</summary>
    [Theory]
    [InlineData("for (int i = 0; i < h; i++) for (int j = 0; j < w; j++) if ((i + j) % 2 == k) p[i, j] = p[i + 1, j] + p[i, j + 1];", true)]
    [InlineData("for (int i = 0; i < h; i++) for (int j = 0; j < w; j++) if (((i + j) & 1) == k) p[i, j] = p[i + 1, j];", true)]
    [InlineData("for (int i = 0; i < h; i++) for (int j = (i + k) % 2; j < w; j += 2) p[i, j] = p[i + 1, j];", true)]
    [InlineData("for (int i = 0; i < h; i++) for (int j = (i + k) & 3; j < w; j += 4) p[i, j] = p[i + 1, j] + p[i + 2, j] + p[i + 7, j];", true)]
    [InlineData("for (int i = 0; i < h; i++) for (int j = 0; j < w; j++) if ((i + j) % 2 == k) p[i, j] = p[i + 2, j];", false)]
    [InlineData("for (int i = 0; i < h; i++) for (int j = 0; j < w; j++) if (j % 2 == k) p[i, j] = p[i + 1, j];", false)]
    [InlineData("for (int i = 0; i < h; i++) for (int j = 0; j < w; j++) if ((i + j) % 2 >= k) p[i, j] = p[i + 1, j];", false)]
    [InlineData("for (int i = 0; i < h; i++) for (int j = (i + k) % 2; j < w; j++) p[i, j] = p[i + 1, j];", false)]
    [InlineData("for (int i = 0; i < h; i++) for (int j = (i + k) & 3; j < w; j += 4) p[i, j] = p[i + 4, j];", false)]
    public void Checkerboards(string body, bool isParallel) =>
        Assert.Equal(isParallel, Compiled.Summary(Compiled.Body("float[,] p, int w, int h, int k", body)).StartsWith("#0 cores", StringComparison.Ordinal));

    /// <summary>The range of an inner loop that moves with the index, in blocks of a size that is not known.</summary>
    [Theory]
    [InlineData("int start = c * size; int stop = Math.Min(start + size, n); for (int j = start; j < stop; j++) x[j] = y[j] + c;", true)]
    [InlineData("for (int j = c * size; j < (c + 1) * size; j++) x[j] += y[j];", true)]
    [InlineData("for (int j = c * size; j < (c + 1) * size; j++) x[j + 3] = x[j + 3] * 2;", true)]
    [InlineData("int start = c * size; for (int j = start; j < start + size - 2; j++) x[j] = x[j + 2];", true)]
    [InlineData("int start = c * size; int stop = Math.Min(start + size + 1, n); for (int j = start; j < stop; j++) x[j] = y[j] + c;", false)]
    [InlineData("int start = c * size; for (int j = start; j < start + size - 1; j++) x[j] = x[j + 2];", false)]
    [InlineData("for (int j = c * size; j < c * n; j++) x[j] = y[j];", false)]
    public void BlocksOfUnknownSize(string body, bool isParallel)
    {
        var summary = Compiled.Summary(Compiled.Body("float[] x, float[] y, int n, int size, int chunks", $"for (int c = 0; c < chunks; c++) {{ {body} }}"));
        Assert.Equal(isParallel, summary.StartsWith("#0 cores guarded", StringComparison.Ordinal));
    }

    [Fact]
    public void TheMessageNamesBothAccesses()
    {
        var compiled = Compiled.Body("int[] a, int n", "for (int i = 1; i < n; i++) a[i] = a[i - 1] * 3;");
        var verdict = Assert.Single(compiled.Verdicts, v => v.RuleId == RuleIds.LoopCarriedDependence);
        Assert.Equal(
            "iteration i writes 'a[i]', and iteration i+1 reads it as 'a[i - 1]'; read from a copy if the value from before the loop is meant, else keep the loop sequential",
            verdict.Message);
        Assert.Single(verdict.Related);
    }
}
