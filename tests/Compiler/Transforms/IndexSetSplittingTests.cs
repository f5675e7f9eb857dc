using AutoParallel.Compiler.Tests.Planning;

namespace AutoParallel.Compiler.Tests.Transforms;

/// <summary>Where the range of a loop is cut, and where a cut would not help.</summary>
public sealed class IndexSetSplittingTests
{
    [Theory]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[n / 2] + b[i];", "cutting its range into 3")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[0];", "cutting its range into 3")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[n - 1 - i] + b[i];", "cutting its range into 2")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[m - i] + b[i];", "cutting its range into 2")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[i + m] + b[i];", "copying the old values of 'a'")]
    public void MakesItParallel(string body, string how) => Assert.Contains($"for (i) runs across the cores after {how}:", Verdicts(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("for (int i = 1; i < n; i++) a[i] = a[0] + b[i];")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[n - 1 - i] + a[i - 1];")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[b[m]] + 1;")]
    public void IsNotUsed(string body) => Assert.DoesNotContain(" after ", Verdicts(body), StringComparison.Ordinal);

    private static string Verdicts(string body) => string.Join(
        "\n",
        Compiled.Body("int[] a, int[] b, int n, int m", body).Verdicts.Where(v => v.RuleId.StartsWith("AP0", StringComparison.Ordinal)).Select(v => v.Message));
}
