using AutoParallel.Compiler.Tests.Planning;

namespace AutoParallel.Compiler.Tests.Transforms;

/// <summary>An element that each iteration of an inner loop writes is kept in a local, where nothing else can reach it.</summary>
public sealed class ElementPromotionTests
{
    [Theory]
    [InlineData("y[i] += y[i - 1] * a[i, j];")]
    [InlineData("y[i] = a[i, j] - y[i - 1]; a[i, j] = y[i] * 2;")]
    [InlineData("y[i] += 1; if (a[i, j] > y[i - 1]) y[i] += 2;")]
    public void IsKept(string body) => Assert.Contains("for (j) runs across the cores after keeping 'y[i]' in a local:", Verdicts(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("y[i] += y[j] + y[i - 1];")]
    [InlineData("if (a[i, j] > 0) y[i] += y[i - 1];")]
    [InlineData("y[i] = y[i - 1] * y[i] + a[i, j];")]
    [InlineData("y[i] += y[i - 1] * a[i, j]; y[a[i, j]] = 0;")]
    public void IsNotKept(string body) => Assert.DoesNotContain("for (j) runs", Verdicts(body), StringComparison.Ordinal);

    private static string Verdicts(string body) => string.Join(
        "\n",
        Compiled.Body("int[] y, int[,] a, int n", $"for (int i = 1; i < n; i++) for (int j = 0; j < n; j++) {{ {body} }}").Verdicts.Select(v => v.Message));
}
