using AutoParallel.Compiler.Tests.Planning;

namespace AutoParallel.Compiler.Tests.Transforms;

/// <summary>Loops that stay in their order keep in locals what they read again soon after they have written it.</summary>
public sealed class ScalarReplacementTests
{
    [Theory]
    [InlineData("y[i] = y[i - 1] * x[i];", 1)]
    [InlineData("y[i] += y[i - 1] * 3;", 1)]
    [InlineData("y[i] = y[i - 2] * y[i - 4];", 4)]
    [InlineData("int k = i - 1; y[k + 1] = y[k] ^ x[k];", 1)]
    [InlineData("if (x[i] > 0) y[i] = y[i - 1] * 3;", 1)]
    [InlineData("y[i] = x[i]; if (y[i - 1] > 0) y[i] *= y[i - 1];", 1)]
    [InlineData("x[i] = y[i - 1] * 5; y[i] = x[i] ^ y[i - 1];", 1)]
    [InlineData("y[i] = y[i - 1] * x[y[i] & 3];", 0)]
    [InlineData("y[2 * i] = y[2 * i - 2] * 3;", 1)]
    public void ElementsAreKept(string body, int most) => Assert.Equal(most, Locals(body));

    [Theory]
    [InlineData("y[i] = y[i - 5] * 3;")]
    [InlineData("y[i] = y[i - 1] * 3; y[i + 1] = y[i] + x[i];")]
    [InlineData("y[s * i] = y[s * i - s] * 3;")]
    [InlineData("y[i] = y[i - 1] / x[i];")]
    [InlineData("y[i] = y[i - 1] * 3; if (y[i] == 7) break;")]
    [InlineData("y[i] = checked(y[i - 1] * 3);")]
    [InlineData("y[i] = y[x[i]] * 3;")]
    [InlineData("y[i] = F(y[i - 1]);")]
    [InlineData("y[i] = y[i - 1] * 3; y = x;")]
    public void ElementsAreNotKept(string body) => Assert.Equal(0, Locals(body));

    [Fact]
    public void ContainersThatMayBeOneAreAsked()
    {
        var source = Source("x[i] = y[i - 1] * 5; y[i] = x[i] ^ y[i - 1];");
        Assert.Contains("Overlap.AreDisjoint((global::System.ReadOnlySpan<int>)y, (global::System.ReadOnlySpan<int>)x)", source, StringComparison.Ordinal);
    }

    [Fact]
    public void OnlyWrittenContainersAreAsked() => Assert.DoesNotContain("Overlap", Source("y[i] = y[i - 1] * x[i];"), StringComparison.Ordinal);

    [Fact]
    public void ShortLoopsRunAsWritten()
    {
        var dump = Compiled.Body("int[] y, int n", "for (int i = 1; i < n; i++) y[i] = y[i - 1] * 3;");
        Assert.Contains("if (unchecked((-1L + (long)n > 63L)))", dump.Source, StringComparison.Ordinal);
        Assert.Contains(dump.Verdicts, v => v.RuleId == RuleIds.StaysSequential);
        Assert.Null(Compiled.Body("int[] y", "for (int i = 1; i < 20; i++) y[i] = y[i - 1] * 3;").Source);
    }

    [Fact]
    public void RowsOfALoopAcrossCoresKeepThem()
    {
        var source = Compiled.Body("int[,] y, int n", "for (int j = 0; j < n; j++) for (int i = 1; i < n; i++) y[j, i] = y[j, i - 1] * 3 + j;").Source;
        Assert.Contains("private ref struct Loop0", source, StringComparison.Ordinal);
        Assert.Contains("__y1_", source, StringComparison.Ordinal);
    }

    private static string Source(string body) => Compiled.Members(
        $"static int F(int v) {{ Console.WriteLine(v); return v; }} [Parallel] static void M(int[] x, int[] y, int s, int n) {{ for (int i = 4; i < n; i++) {{ {body} }} }}").Source ?? "";

    /// <summary>The number of locals that begin with an element from before the loop.</summary>
    private static int Locals(string body) => Source(body).Split('\n').Count(line => line.Contains(" = y[", StringComparison.Ordinal) && line.Contains("__first", StringComparison.Ordinal));
}
