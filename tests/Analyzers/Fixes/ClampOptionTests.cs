using AutoParallel.CodeFixes;

namespace AutoParallel.Analyzers.Tests.Fixes;

public class ClampOptionTests
{
    [Fact]
    public Task A_negative_count_becomes_0() => VerifyFix.Changes<ClampOptionFixProvider>(
        RuleIds.InvalidOption,
        "class C { [Parallel(MaxWorkers = -1)] void M(int[] x) { for (int i = 0; i < x.Length; i++) x[i] = 0; } }",
        "class C { [Parallel(MaxWorkers = 0)] void M(int[] x) { for (int i = 0; i < x.Length; i++) x[i] = 0; } }",
        "Use 0: let the runtime choose");

    [Fact]
    public Task All_at_once() => VerifyFix.ChangesAll<ClampOptionFixProvider>(
        RuleIds.InvalidOption,
        "class C { [Parallel(ChunkSize = -3)] void M(int[] x) { foreach (int i in Prange(0, x.Length, chunkSize: /* few */ -5, maxWorkers: -1)) x[i] = 0; } }",
        "class C { [Parallel(ChunkSize = 0)] void M(int[] x) { foreach (int i in Prange(0, x.Length, chunkSize: /* few */ 0, maxWorkers: 0)) x[i] = 0; } }");

    [Fact]
    public Task Not_for_what_has_no_obvious_value() => VerifyFix.IsNotOffered<ClampOptionFixProvider>(
        RuleIds.InvalidOption,
        "class C { [Parallel(FloatMode = (FloatMode)9)] void M(int[] x) { foreach (int i in Prange(0, x.Length, step: 0)) x[i] = 0; } }");
}
