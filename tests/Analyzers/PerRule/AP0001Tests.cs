namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP0001Tests
{
    [Fact]
    public Task A_reduction() => Verify.Reports(
        RuleIds.RunsOnCores,
        """
        class C
        {
            [Parallel]
            public static double Dot(double[] x, double[] y)
            {
                double sum = 0;
                [|for|] (int i = 0; i < x.Length; i++)
                    sum += x[i] * y[i];
                return sum;
            }
        }
        """,
        "runs across the cores: schedule Auto; reductions sum");

    [Fact]
    public Task A_marked_loop_with_a_schedule_of_its_own() => Verify.Reports(
        RuleIds.RunsOnCores,
        """
        class C
        {
            [Parallel]
            public static void Clear(int[] x)
            {
                [|foreach|] (int i in Prange(0, x.Length, schedule: Schedule.Dynamic, chunkSize: 8))
                    x[i] = 0;
                for (int i = 0; i < x.Length; i++)
                    x[i] = 1;
            }
        }
        """,
        "schedule Dynamic");

    [Fact]
    public Task A_loop_with_a_dependence_does_not() => Verify.IsSilent(
        RuleIds.RunsOnCores,
        """
        class C
        {
            [Parallel]
            public static void Prefix(double[] x)
            {
                for (int i = 1; i < x.Length; i++)
                    {|AP1002:x[i]|} += x[i - 1];
            }
        }
        """);

    [Fact]
    public async Task Nothing_is_said_in_the_mode_that_leaves_all_calls_alone()
    {
        var document = TestProject.Create("class C { [Parallel] static void M(int[] x) { for (int i = 0; i < x.Length; i++) x[i] = 0; } }");

        Assert.Contains(await TestProject.Analyze(document), d => d.Id == RuleIds.RunsOnCores);
        Assert.Empty(await TestProject.Analyze(document, "Sequential"));
    }
}
