namespace AutoParallel.Compiler.Tests.Planning;

/// <summary>Rows of arrays of arrays: with different arrays as rows, an element has two subscripts.</summary>
public sealed class RowTests
{
    private const string Parameters = "int[][] a, int[][] b, uint[][] u, int[] x, Span<int> s, ReadOnlySpan<byte> t, int[] p, int n, int m";

    [Theory]
    [InlineData("for (int j = 0; j < m; j++) a[i][j] = t[j];", "ExcludesMemory(a, __first0")]
    [InlineData("s[i] = a[i][0];", "ExcludesMemory(a, __first0")]
    [InlineData("s[i] = a[i][0] + a[i + i][1];", "ExcludesMemory(a, (global::System.ReadOnlySpan<int>)s)")]
    [InlineData("x[i] = a[p[i] & 3][0];", "Excludes(a, x)")]
    [InlineData("a[2 * i][0] = a[2 * i + 1][0];", "AreDistinct(a)")]
    [InlineData("a[i][0] = b[i][0];", "AreDistinct(a, b, __first0")]
    [InlineData("a[i][0] = b[i + 1][0];", "AreDisjoint(a, b)")]
    [InlineData("var r = a[i]; r[0] = x[i]; r[1] = r[0];", "AreDistinct(a, __first0")]
    [InlineData("for (int j = 1; j < m; j++) a[i][j] = a[i][j - 1];", "AreDistinct(a, __first0")]
    public void AreAsked(string body, string guard)
    {
        var compiled = Compiled.Body(Parameters, $"for (int i = 0; i < n; i++) {{ {body} }}");
        Assert.StartsWith("#0 cores guarded", Compiled.Summary(compiled), StringComparison.Ordinal);
        Assert.Contains(guard, compiled.Source, StringComparison.Ordinal);
    }

    /// <summary>At different places inside, it does not matter whether two rows are one array.</summary>
    [Theory]
    [InlineData("for (int j = 0; j < m; j++) a[j][i] = i;")]
    [InlineData("for (int j = 0; j < m; j++) a[j][i] = a[p[j]][i] + x[i];")]
    [InlineData("a[i][2 * i] = b[p[i]][2 * i + 1];")]
    [InlineData("for (int j = 0; j < m; j++) a[j][2 * i] = b[i][2 * i + 1];")]
    public void NeedNotBeAsked(string body)
    {
        var compiled = Compiled.Body(Parameters, $"for (int i = 0; i < n; i++) {{ {body} }}");
        Assert.StartsWith("#0 cores", Compiled.Summary(compiled), StringComparison.Ordinal);
        Assert.DoesNotContain("RowAliasing", compiled.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a[i][0] = a[i + 1][0];")]
    [InlineData("a[p[i]][0] = i;")]
    [InlineData("a[i][0] = 1; a[i + 1][0] = 2;")]
    [InlineData("a[i] = x; a[i][0] += 1;")]
    [InlineData("a[i][0] += 1; b[i] = x;")]
    [InlineData("var r = i > 3 ? a[i] : a[0]; r[0] = i;")]
    [InlineData("a[i][0] = (int)u[i + 1][0];")]
    [InlineData("a[0][i & 1] = i;")]
    public void MayMeet(string body) =>
        Assert.DoesNotContain("cores", Compiled.Summary(Compiled.Body(Parameters, $"for (int i = 0; i < n; i++) {{ {body} }}")), StringComparison.Ordinal);
}
