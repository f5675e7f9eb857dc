using AutoParallel.Compiler.IR;

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

    /// <summary>Rows in a function have no text of their own: what a call makes of them goes by the arguments, also where those have the parameters' names.</summary>
    [Theory]
    [InlineData("F(a, b, i);", "static void F(int[][] y, int[][] z, int k) => y[k][0] = z[k][0];", "AreDistinct(a, b, __first0")]
    [InlineData("F(b, a, i);", "static void F(int[][] a, int[][] b, int i) => a[i][0] = b[i][0];", "AreDistinct(b, a, __first0")]
    [InlineData("F(a, b, i);", "static void F(int[][] y, int[][] z, int k) => y[k][0] = z[k + 1][0];", "AreDisjoint(a, b)")]
    public void InFunctionsAreAsked(string body, string helper, string guard)
    {
        var compiled = Compiled.Members($"[Parallel] static void M(int[][] a, int[][] b, int n) {{ for (int i = 0; i < n; i++) {{ {body} }} }} {helper}");
        Assert.Contains("cores", Compiled.Summary(compiled), StringComparison.Ordinal);
        Assert.Contains(guard, compiled.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("F(a, b, i);", "static void F(int[][] y, int[][] z, int k) => y[k][0] = y[k + 1][0] + z[k][0];")]
    [InlineData("F(a, a, i);", "static void F(int[][] y, int[][] z, int k) => y[k][0] = z[k + 1][0];")]
    public void InFunctionsMayMeet(string body, string helper) => Assert.DoesNotContain(
        "cores",
        Compiled.Summary(Compiled.Members($"[Parallel] static void M(int[][] a, int[][] b, int n) {{ for (int i = 0; i < n; i++) {{ {body} }} }} {helper}")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("static void F(int[][] y, int[][] z, int k) => y[0][k] = z[1][k];")]
    [InlineData("static void F(int[][] a, int[][] b, int k) => a[0][k] = b[1][k];")]
    [InlineData("static void F(int[][] b, int[][] a, int k) => b[0][k] = a[1][k];")]
    public void InFunctionsAreNamed(string helper)
    {
        var compiled = Compiled.Members($"[Parallel] static void M(int[][] a, int[][] b, int n) {{ for (int i = 0; i < n; i++) F(a, b, i); }} {helper}");
        Assert.Equal("#0 cores lanes guarded", Compiled.Summary(compiled));
        var body = compiled.Method.Body;
        Assert.Equal("a[(0)]", body.SelfAndDescendants().OfType<Store>().Single().Access.Root.Text);
        Assert.Equal("b[(1)]", body.AllExpressions().OfType<Load>().Single(l => l.Type.Kind == ScalarKind.Int32).Access.Root.Text);
    }

    /// <summary>The span of a memory is no element of it, and has a name only behind that of the memory.</summary>
    [Theory]
    [InlineData("[Parallel] static int M(Memory<int>[] a, int n) { int s = 0; for (int i = 0; i < n; i++) s += F(a, i); return s; } static int F(Memory<int>[] y, int k) => y[0].Span[k];", "a[(0)].Span")]
    [InlineData("[Parallel] int M(int n) { int s = 0; for (int i = 0; i < n; i++) s += F(i); return s; } int F(int k) => _data.Span[k]; internal Memory<int> _data;", "__this._data.Span")]
    public void OfMemoryInFunctionsAreNamed(string members, string name)
    {
        var compiled = Compiled.Members(members);
        Assert.Equal("#0 cores lanes guarded", Compiled.Summary(compiled));
        Assert.Equal(name, compiled.Method.Body.AllExpressions().OfType<Load>().Single(l => l.Access.Root.Kind == MemoryKind.Span).Access.Root.Text);
    }
}
