using AutoParallel.Compiler.Tests.Planning;

namespace AutoParallel.Compiler.Tests.Transforms;

/// <summary>Which loops are taken apart or given copies of old values, and which must not be.</summary>
public sealed class DistributionTests
{
    [Theory]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[i + 1] + b[i];", "copying the old values of 'a'")]
    [InlineData("for (int i = n - 1; i >= 0; i--) a[i + 1] = a[i] + b[i];", "copying the old values of 'a'")]
    [InlineData("for (int i = 1; i < n; i++) { a[i] = b[i - 1] + c[i]; b[i] = a[i + 1] * 2; }", "distribution into 2 loops")]
    [InlineData("for (int i = 1; i < n; i++) { a[i] = b[i - 1] + c[i]; b[i] = b[i + 1] * 2; }", "distribution into 2 loops and copying the old values of 'b'")]
    [InlineData("for (int i = 0; i < n; i++) { a[i] = b[i] * 2; b[i] = a[i] + a[i + 1]; }", "copying the old values of 'a'")]
    [InlineData("for (int i = 0; i < n; i++) { a[i] = b[i]; b[i] = c[i] + b[i]; a[i + 1] = b[i] + a[i + 1]; }", "distribution into 2 loops and copying the old values of 'b' and 'a'")]
    [InlineData("for (int i = 0; i < n; i++) { if (b[i] < 0) c[i + 1] = a[i]; else a[i] = c[i]; }", "distribution into 2 loops")]
    [InlineData("for (int i = 1; i < n; i++) { a[i] += c[i]; b[i] = b[i - 1] + a[i]; }", "distribution into 2 loops")]
    [InlineData("for (int i = 1; i < n; i++) { int t = a[i] + b[i]; a[i] = t + c[i - 1]; int u = c[i] * 3; c[i] = u; }", "distribution into 2 loops")]
    [InlineData("int t; for (int i = 1; i < n; i++) { t = a[i] + b[i]; a[i] = t + c[i - 1]; t = c[i] * 3; c[i] = t; }", "renaming 't' after distribution into 2 loops")]
    [InlineData("for (int i = 1; i < n; i++) { int t; t = a[i] + b[i]; a[i] = t + c[i - 1]; t = c[i] * 3; c[i] = t; }", "renaming 't' after distribution into 2 loops")]
    public void MakeItParallel(string body, string how) => Assert.Contains($"for (i) runs across the cores after {how}:", Verdicts(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("for (int i = 1; i < n; i++) a[i] = a[i - 1] * b[i];")]
    [InlineData("for (int i = 1; i < n; i++) { a[i] = b[i - 1] + c[i]; b[i] = a[i] + c[i]; }")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[b[i]];")]
    [InlineData("for (int i = 1; i < n; i++) a[i] = a[i + 1] / b[i] + a[i - 1];")]
    [InlineData("int t = 0; for (int i = 1; i < n; i++) { a[i] = t + c[i - 1]; t = a[i] + c[i]; c[i] = t; t = c[i] * 3; }")]
    public void CannotHelp(string body) => Assert.DoesNotContain("runs across", Verdicts(body), StringComparison.Ordinal);

    [Fact]
    public void AnIntegerDivisionKeepsItsPlaceAmongExceptions() => Assert.DoesNotContain(
        "after", Verdicts("for (int i = 0; i < n; i++) a[i] = a[i + 1] / b[i];"), StringComparison.Ordinal);

    private static string Verdicts(string body) => string.Join(
        "\n",
        Compiled.Body("int[] a, int[] b, int[] c, int n", body).Verdicts.Where(v => v.RuleId.StartsWith("AP0", StringComparison.Ordinal)).Select(v => v.Message));
}
