namespace AutoParallel.Compiler.Tests.Planning;

/// <summary>Locals that are another name for a parameter, or a number computed from parameters, are seen through.</summary>
public sealed class FixedLocalTests
{
    [Theory]
    [InlineData("int[] x = a; for (int i = 0; i < n; i++) x[i] = a[i + 1] + b[i];", "runs across the cores after copying the old values of 'a':", "'x' and 'a'")]
    [InlineData("int[] x = a; int[] y = x; for (int i = 0; i < n; i++) x[i] = y[i] + b[i];", "runs across the cores:", "'x' and 'y'")]
    [InlineData("int k = n / 2; for (int i = 0; i < n / 2; i++) a[i + k] = a[i] + b[i];", "runs across the cores:", "whole loop apart")]
    public void AreSeenThrough(string body, string expected, string unexpected)
    {
        Assert.Contains(expected, Verdicts(body), StringComparison.Ordinal);
        Assert.DoesNotContain(unexpected, Verdicts(body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int[] x = a; for (int i = 1; i < n; i++) x[i] = a[i - 1] * b[i];")]
    [InlineData("int k = 1; for (int i = k; i < n; i++) a[i] = a[i - k] * b[i];")]
    [InlineData("int k = n - n + 1; for (int i = k; i < n; i++) a[i] = a[i - k] * b[i];")]
    public void ShowTheConflict(string body) => Assert.DoesNotContain("runs across", Verdicts(body), StringComparison.Ordinal);

    /// <summary>What is assigned again may name anything: then a guard asks.</summary>
    [Theory]
    [InlineData("int[] x = a; if (n > 3) x = b; for (int i = 1; i < n; i++) x[i] = a[i - 1] + 1;")]
    [InlineData("int[] x = a; a = b; for (int i = 1; i < n; i++) x[i] = a[i - 1] + 1;")]
    public void AreAskedWhereTheyChange(string body) => Assert.Contains("are not the same memory", Verdicts(body), StringComparison.Ordinal);

    private static string Verdicts(string body) => string.Join("\n", Compiled.Body("int[] a, int[] b, int n", body).Verdicts.Select(v => v.Message));
}
