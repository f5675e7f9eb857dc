namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP1010Tests
{
    [Fact]
    public Task An_asynchronous_lambda_as_an_action() => Verify.Reports(
        RuleIds.Unawaited,
        """
        class C
        {
            static void M(int[] x)
            {
                Parallel.For(0, x.Length, [|async|] i => { await Task.Yield(); x[i] = 1; });
                Parallel.ForEach(x, [|async|] (v, state) => await Task.Delay(v));
            }
        }
        """,
        "'Parallel.For' only starts",
        "await Parallel.ForEachAsync");

    [Fact]
    public Task What_is_awaited() => Verify.IsSilent(
        RuleIds.Unawaited,
        """
        class C
        {
            static async Task M(int[] x)
            {
                await Parallel.ForEachAsync(x, async (v, _) => await Task.Delay(v));
                await Parallel.ForAsync(0, x.Length, async (i, _) => { await Task.Yield(); x[i] = 1; });
                Parallel.For(0, x.Length, i => x[i] = 2);
            }
        }
        """);
}
