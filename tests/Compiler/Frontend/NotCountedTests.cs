using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Tests.Frontend;

/// <summary>The reasons, in the user's words, why a loop has no iteration space.</summary>
public class NotCountedTests
{
    [Theory]
    [InlineData("for (byte i = 0; i < n; i++) { }", "its index of type 'byte' may wrap around; use int or long")]
    [InlineData("for (uint i = 0; i <= 5u; i++) { }", "its index of type 'uint' may wrap around; use int or long")]
    [InlineData("for (ulong i = 0; i < 5; i++) { }", "its index is of type 'ulong'; use int or long")]
    [InlineData("for (nint i = 0; i < n; i++) { }", "its index is of type 'nint'; use int or long")]
    [InlineData("for (double i = 0; i < 1; i += 0.1) { }", "its condition is not a comparison of an index with a bound")]
    [InlineData("for (int i = 0; i < n && x[i] > 0; i++) { }", "its condition is not a comparison of an index with a bound")]
    [InlineData("for (int i = 0; ; i++) { if (i > 3) break; }", "it has no condition")]
    [InlineData("for (int i = 1; i < n; i *= 2) { }", "its header does not step the index by a fixed amount")]
    [InlineData("for (int i = 1; i < n; i += 0) { }", "its step is zero")]
    [InlineData("for (int i = 0; i < n; i--) { }", "it steps away from its bound")]
    [InlineData("for (int i = 0; i < n - i; i++) { }", "its bound depends on the index")]
    [InlineData("for (int i = 0; i < n; i++) { i++; }", "its body assigns the index 'i'")]
    [InlineData("for (int i = 0; i < n; i++) { int.TryParse(\"1\", out i); }", "its body assigns the index 'i'")]
    [InlineData("for (int i = 0; i < n; i++) { (i, n) = (n, i); }", "its body assigns the index 'i'")]
    [InlineData("for (int i = 0; i < n; i++, i++) { }", "'i' is stepped more than once")]
    [InlineData("for (int i = 0, j = 0; i < n; i++, j += n) { if (j > 3) continue; x[j] = 1; }", "'continue' goes to a header with several steps")]
    [InlineData("for (int i = 0, j = i; i < n; i++) { x[j] = 1; }", "a variable of its header depends on the index")]
    [InlineData("for (int i = 0; i < n; i++) { Action a = () => Console.Write(i); }", "a lambda captures the index 'i'; copy it into a local inside the loop")]
    [InlineData("int i = 0; for (i = 0, n = 3; i < n; i++) { }", "its header does more than to set the index")]
    [InlineData("while (x[0] > 3) { x[0]--; }", "its number of iterations is not known before it starts")]
    [InlineData("int i = 0; while (i < n) { if (x[0] > 3) i++; x[i] = 1; }", "not every iteration steps 'i'")]
    [InlineData("int i = 0; while (i < n) { if (x[i] > 3) continue; i++; }", "'continue' may jump over the step of 'i'")]
    [InlineData("int i = 9; while (i-- > 0) { if (x[i] > 3) break; }", "its condition steps 'i' once more at the end, unless the loop is left early; step it in the body")]
    [InlineData("int k = 3; for (int i = 0; i + k < n; i++) { k = x[i]; }", "its condition tests 'i + k', in which not only the index may change; store the rest in a local before the loop")]
    [InlineData("checked { for (int i = 0; i - 1 < n; i++) { } }", "'i - 1' and its index may overflow at different times; compare the index itself")]
    [InlineData("checked { for (int i = 0; i++ < n;) { } }", "the last step of 'i' may overflow")]
    [InlineData("for (int i = -2; 2 * i <= n; i++) { }", "its condition tests '2 * i'; compare the index itself with a bound")]
    [InlineData("int i = 0; do { if (x[i] > 3) continue; i++; } while (i < n);", "'continue' may jump over the step of 'i'")]
    [InlineData("int i = 0; while (i < n) { int step = i + 1; i += step; }", "its number of iterations is not known before it starts")]
    [InlineData("do { n /= 2; } while (n > 0);", "its number of iterations is not known before it starts")]
    [InlineData("foreach (var c in map) { }", "it enumerates 'map', whose elements come one after another")]
    public void Reason(string loop, string expected)
    {
        var method = Snippet.Lower($$"""
            static class C
            {
                [Parallel]
                public static void M(int n, int[] x, Dictionary<int, int> map) { {{loop}} }
            }
            """);
        Assert.Equal(expected, method.Body.SelfAndDescendants().OfType<Loop>().First().NotCounted);
    }
}
