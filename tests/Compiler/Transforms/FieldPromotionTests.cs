using AutoParallel.Compiler.Tests.Planning;

namespace AutoParallel.Compiler.Tests.Transforms;

/// <summary>Fields that iterations only combine values into, or write before they read them, are kept in locals.</summary>
public sealed class FieldPromotionTests
{
    [Theory]
    [InlineData("_sum += x[i];")]
    [InlineData("Total++;")]
    [InlineData("s.Count += i;")]
    [InlineData("if (x[i] > _most) _most = x[i];")]
    [InlineData("_sum += x[i]; Total--;")]
    [InlineData("_most = x[i] * 2; y[i] = _most;")]
    [InlineData("_sum += x[i]; y[i] = x[i];")]
    [InlineData("_sum += x[i] * _most;")]
    public void IsKept(string body) => Assert.Contains("runs across the cores after keeping", Verdicts(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("_sum += x[i]; y[i] = (int)_sum;")]
    [InlineData("s.Count += i; t.Count -= i;")]
    [InlineData("s.Count += i; y[i] = t.Count;")]
    [InlineData("_sum += F(x[i]);")]
    [InlineData("s.Count += i; s = t;")]
    [InlineData("_most += i; y[i] = other._most;")]
    [InlineData("_volatile += i;")]
    [InlineData("_sum += x[y[i]];")]
    public void IsNotKept(string body) => Assert.DoesNotContain("after keeping", Verdicts(body), StringComparison.Ordinal);

    private static string Verdicts(string body) => string.Join("\n", Compiled.Members(
        $$"""
        internal sealed class S { public int Count; }
        private long _sum; private int _most; internal static int Total; private volatile int _volatile;
        private int F(int v) { Total += v; return v; }
        [Parallel] void M(int[] x, int[] y, S s, S t, C other) { for (int i = 0; i < x.Length; i++) { {{body}} } }
        """).Verdicts.Select(v => v.Message));
}
