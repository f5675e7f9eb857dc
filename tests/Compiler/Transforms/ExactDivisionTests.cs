using AutoParallel.Compiler.Tests.Planning;

namespace AutoParallel.Compiler.Tests.Transforms;

/// <summary>Where a quotient by a power of two needs no correction for negative dividends in lanes.</summary>
public sealed class ExactDivisionTests
{
    private const string Correction = "__biased";

    [Theory]
    [InlineData("a[i] = (v & 1) == 0 ? v / 2 : 3 * v + 1;")]
    [InlineData("a[i] = v % 2 == 0 ? v / 2 : 3 * v + 1;")]
    [InlineData("a[i] = v % 2 != 0 ? v : v / 2;")]
    [InlineData("a[i] = 0 == (3 & v) && b[i] > 2 ? v / 4 : v;")]
    [InlineData("a[i] = !((v & 7) != 0 || b[i] > 2) ? v / 4 + v / 8 : v;")]
    [InlineData("a[i] = v % 16 == 0 ? v / 8 : v;")]
    [InlineData("if ((v & 1) == 0) v = v / 2; a[i] = v;")]
    [InlineData("if ((v & 1) == 0) { int h = b[i]; if (h > 3) v = v / 2; } a[i] = v;")]
    [InlineData("if ((v & 1) != 0) v = 3 * v + 1; else { a[i] = v / 2; v = 0; } c[i] = v;")]
    [InlineData("while (v != 0 && (v & 1) == 0) v = v / 2; a[i] = v;")]
    public void IsAShift(string body) => Assert.DoesNotContain(Correction, Lanes(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("a[i] = (v & 1) != 0 ? v / 2 : v;")]
    [InlineData("a[i] = (v & 2) == 0 ? v / 2 : v;")]
    [InlineData("a[i] = (v & 1) == 0 ? v / 4 : v;")]
    [InlineData("a[i] = (v & 1) == 0 || b[i] > 2 ? v / 2 : v;")]
    [InlineData("a[i] = (v & 1) == 1 ? v / 2 : v;")]
    [InlineData("a[i] = v % 4 == 1 ? v / 2 : v;")]
    [InlineData("int w = v; if ((v & 1) == 0) { v = b[i]; w = v / 2; } a[i] = w;")]
    [InlineData("if ((v & 1) == 0) { v = v / 2; v = v / 2; } a[i] = v;")]
    [InlineData("do v = v / 2; while (v != 0 && (v & 1) == 0); a[i] = v;")]
    [InlineData("if ((v & 1) == 0) a[i] = 0; c[i] = v / 2;")]
    public void IsCorrected(string body) => Assert.Contains(Correction, Lanes(body), StringComparison.Ordinal);

    private static string Lanes(string body)
    {
        var compiled = Compiled.Body("int[] a, int[] b, int[] c, int[] d, int n", $"for (int i = 0; i < n; i++) {{ int v = d[i]; {body} }}");
        Assert.Contains("lanes", Compiled.Summary(compiled), StringComparison.Ordinal);
        return compiled.Source!;
    }
}
