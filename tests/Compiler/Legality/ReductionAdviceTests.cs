using AutoParallel.Compiler.Tests.Planning;

namespace AutoParallel.Compiler.Tests.Legality;

/// <summary>What a message says of a sum that is none.</summary>
public sealed class ReductionAdviceTests
{
    [Theory]
    [InlineData("int s = 0; for (int i = 0; i < a.Length; i++) checked { s += a[i]; } a[0] = s;", "its arithmetic is checked")]
    [InlineData("decimal s = 0; for (int i = 0; i < a.Length; i++) s += a[i] / 3m; a[0] = (int)s;", "how a sum of decimals is rounded")]
    [InlineData("string s = \"\"; for (int i = 0; i < a.Length; i++) s += a[i]; a[0] = s.Length;", "'string.Concat' after the loop")]
    [InlineData("System.Numerics.Vector3 s = default; for (int i = 0; i < a.Length; i++) s += new System.Numerics.Vector3(a[i]); a[0] = (int)s.X;", "an operation of 'System.Numerics.Vector3' may be done in any order")]
    [InlineData("int s = 0; for (int i = 0; i < a.Length; i++) s = s * 31 + a[i]; a[0] = s;", "a reduction such as 's += value'")]
    public void SaysWhyItIsNoReduction(string body, string part) =>
        Assert.Contains(Compiled.Body("int[] a", body).Verdicts, v => v.RuleId == RuleIds.SharedScalar && v.Message.Contains(part, StringComparison.Ordinal));
}
