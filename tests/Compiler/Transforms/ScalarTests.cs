using AutoParallel.Compiler.Tests.Planning;

namespace AutoParallel.Compiler.Tests.Transforms;

/// <summary>Which carried scalars have a closed form or come from an iteration before, and which do not.</summary>
public sealed class ScalarTests
{
    [Theory]
    [InlineData("int k = 0; for (int i = 0; i < n; i++) { a[k] = b[i]; k += 2; }", "'k' as a function of 'i'")]
    [InlineData("int k = n; for (int i = 0; i < n; i += 2) { k -= 2; a[k] = b[i]; }", "'k' as a function of 'i'")]
    [InlineData("int k = 0; for (int i = 0; i < n; i++) { if (b[i] > 0) { k++; a[k] = 1; } else { k++; a[k] = 2; } }", "'k' as a function of 'i'")]
    [InlineData("int k = -1; for (int i = 0; i < n; i++) { int j = k + 1; a[j] = b[i]; k = j + 1; }", "'k' as a function of 'i'")]
    [InlineData("int k = 0; for (int i = 0; i < b.Length; i++) { a[k] = b[i]; k += n; }", "'k' as a function of 'i'")]
    [InlineData("int c = 3; int k = 0; for (int i = 0; i < b.Length; i++) { a[k] = b[i]; k += c; }", "'k' as a function of 'i'")]
    [InlineData("int p = 0, q = n; for (int i = 0; i < n; i++) { a[p++] = b[--q]; }", "'p' and 'q' as a function of 'i'")]
    [InlineData("int p = 0; for (int i = 0; i < n; i++) a[p++] += b[i];", "'p' as a function of 'i'")]
    [InlineData("float k = 0; for (int i = 0; i < n; i++) { a[i] = (int)k; k += 2; }", "'k' as a function of 'i'")]
    [InlineData("int p = -1; for (int i = 0; i < n; i++) if (b[i] > 3) p = i; a[0] = p;", "finding where 'p' was assigned last")]
    [InlineData("int p = -1; for (int i = 0; i < n; i++) { int v = b[i] + 1; if (v > 3) { a[i] = 0; p = v * i; } } a[0] = p;", "finding where 'p' was assigned last")]
    [InlineData("int x = 3; for (int i = 0; i < n; i++) { a[i] = b[i] + x; x = b[i]; }", "computing 'x' of the iteration before again")]
    [InlineData("int x = 3, y = 4; for (int i = 0; i < n; i++) { a[i] = x + y; y = x; x = b[i]; }", "computing 'x' and 'y' of the iteration before again")]
    [InlineData("int p = n - 1; for (int i = 0; i < n; i++) { a[i] = b[i] + b[p]; p = i; }", "computing 'p' of the iteration before again")]
    [InlineData("int s = 0, x = 3; for (int i = 0; i < n; i++) { s += b[i] ^ x; x = b[i]; } a[0] = s;", "computing 'x' of the iteration before again")]
    [InlineData("int s = 0; bool x = true; for (int i = 0; i < n; i++) { bool y = b[i] > 3; if (y && !x) s++; x = y; } a[0] = x ? s : 0;", "computing 'x' of the iteration before again")]
    public void Follows(string body, string how) => Assert.Contains($"for (i) runs across the cores after {how}:", Verdicts(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("int k = 0; for (int i = 0; i < n; i++) { if (b[i] > 0) k++; a[k] = b[i]; }")]
    [InlineData("int k = 1; for (int i = 0; i < n; i++) { a[i] = k; k *= 2; }")]
    [InlineData("int k = 0; for (int i = 0; i < n; i++) { a[i] = k; k += b[i]; }")]
    [InlineData("float k = 0; for (int i = 0; i < n; i++) { a[i] = (int)k; k *= 2; }")]
    [InlineData("float k = 0; for (int i = 0; i < n; i++) { a[i] = (int)k; k += b[i]; }")]
    [InlineData("float k = 0; for (int i = 0; i < n; i++) { a[i] = (int)k; if (b[i] > 0) k += 2; }")]
    [InlineData("int k = 0; for (int i = 0; i < n; i++) { a[k] = b[i]; k += a[0]; }")]
    [InlineData("int p = 0; for (int i = 0; i < n; i++) a[p++] = b[p];")]
    [InlineData("int p = 0; for (int i = 0; i < n; i++) a[i] = b[i] > 0 ? b[p++] : 0;")]
    [InlineData("int p = -1; for (int i = 0; i < n; i++) { if (b[i] > 3) p = i; a[i] = p; }")]
    [InlineData("int p = -1; for (int i = 0; i < n; i++) { if (b[i] > 3) p = i; if (b[i] > 4) p = 0; } a[0] = p;")]
    [InlineData("int k = 0; for (int i = 0; i < n; i += 2) { a[i] = k; k += 3; }")]
    [InlineData("int x = 3; for (int i = 0; i < n; i++) { a[i] = b[i] + x; x = a[i]; }")]
    [InlineData("int x = 3; for (int i = 0; i < n; i++) { a[i] = x; if (b[i] > 0) x = b[i]; }")]
    [InlineData("int x = 3; for (int i = 0; i < n; i++) { a[i] = x; x = x + b[i]; }")]
    public void DoesNotFollow(string body) => Assert.DoesNotContain(" after ", Verdicts(body), StringComparison.Ordinal);

    /// <summary>The value needs the iterations before.</summary>
    [Theory]
    [InlineData("int p = -1, k = 0; for (int i = 0; i < n; i++) { k ^= b[i]; if (b[i] > 3) p = k; } a[0] = p;")]
    public void IsNotComputedAfterTheLoop(string body) => Assert.DoesNotContain("was assigned last", Verdicts(body), StringComparison.Ordinal);

    private static string Verdicts(string body) => string.Join(
        "\n",
        Compiled.Body("int[] a, int[] b, int n", body).Verdicts.Where(v => v.RuleId.StartsWith("AP0", StringComparison.Ordinal)).Select(v => v.Message));
}
