using AutoParallel.CodeFixes;

namespace AutoParallel.Analyzers.Tests.Fixes;

public class AwaitParallelTests
{
    [Fact]
    public Task The_call_is_awaited() => VerifyFix.Changes<AwaitParallelFixProvider>(
        RuleIds.Unawaited,
        """
        class C
        {
            static async Task M(int[] x)
            {
                // Later.
                Parallel.ForEach(x, async v => await Task.Delay(v));
                await Task.Yield();
            }
        }
        """,
        """
        class C
        {
            static async Task M(int[] x)
            {
                // Later.
                await Parallel.ForEachAsync(x, async (v, _) => await Task.Delay(v));
                await Task.Yield();
            }
        }
        """,
        "Await every iteration");

    [Fact]
    public Task A_range() => VerifyFix.Changes<AwaitParallelFixProvider>(
        RuleIds.Unawaited,
        """
        class C
        {
            static async Task M(int[] x)
            {
                Parallel.For(0, x.Length, async i => { await Task.Yield(); x[i] = 1; });
                await Task.Yield();
            }
        }
        """,
        """
        class C
        {
            static async Task M(int[] x)
            {
                await Parallel.ForAsync(0, x.Length, async (i, _) => { await Task.Yield(); x[i] = 1; });
                await Task.Yield();
            }
        }
        """);

    [Fact]
    public Task Not_where_nothing_can_wait() => VerifyFix.IsNotOffered<AwaitParallelFixProvider>(
        RuleIds.Unawaited,
        """
        class C
        {
            static void M(int[] x) => Parallel.For(0, x.Length, async i => { await Task.Yield(); x[i] = 1; });

            static void N(int[] x)
            {
                Parallel.For(0, x.Length, async i => { await Task.Yield(); x[i] = 1; });
            }
        }
        """);
}
