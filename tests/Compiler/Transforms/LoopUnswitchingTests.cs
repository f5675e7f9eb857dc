using AutoParallel.Compiler.Tests.Planning;

namespace AutoParallel.Compiler.Tests.Transforms;

/// <summary>A test with one outcome is taken out of a loop where a branch of it is what keeps the loop sequential.</summary>
public sealed class LoopUnswitchingTests
{
    [Theory]
    [InlineData("if (k > 3) x[i] = x[i - 1]; else x[i] = 2;", "false")]
    [InlineData("x[i] += 1; if (k != n) x[i / 2] = 7;", "false")]
    [InlineData("x[i] += 1; if (k > 3) continue; x[i / 2] = 7;", "true")]
    [InlineData("if (k > 3 && d < 0.5) { y[i] = i; } else { y[n - i & 7] += i; x[i] = y[i + 1] * 2; }", "true")]
    [InlineData("if (x[i] > 3) { if (k > 3) y[i / 3] = 3; else y[i] = 4; }", "false")]
    public void IsTakenOut(string body, string outcome) =>
        Assert.Contains($"taking a test out of it that is {outcome} in all iterations", Messages(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("if (k > 3) x[i] = x[i - 1]; else x[i] = x[i - 1] + 2;")]
    [InlineData("if (k > x[i]) x[i] = x[i - 1]; else x[i] = 2;")]
    [InlineData("if (10 / k > 3) x[i] = x[i - 1]; else x[i] = 2;")]
    [InlineData("if (k > 3) x[i] = x[i - 1]; else x[i] = 2; k++;")]
    [InlineData("int t = x[i]; if (t > 3) x[i] = x[i - 1]; else x[i] = 2;")]
    public void IsNotTakenOut(string body) => Assert.DoesNotContain("taking a test out", Messages(body), StringComparison.Ordinal);

    private static string Messages(string body) => string.Join(
        "\n",
        Compiled.Body("int[] x, int[] y, int n, int k, double d", $"for (int i = 1; i < n; i++) {{ {body} }} y[0] = k;").Verdicts.Select(v => v.Message));
}
