namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP1002Tests
{
    [Fact]
    public Task The_iteration_before() => Verify.Reports(
        RuleIds.LoopCarriedDependence,
        """
        class C
        {
            [Parallel]
            public static void Prefix(double[] x)
            {
                for (int i = 1; i < x.Length; i++)
                    [|x[i]|] += x[i - 1];
            }
        }
        """,
        "iteration i writes 'x[i]', and iteration i+1 reads it as 'x[i - 1]'");

    [Fact]
    public Task The_same_element_each_time() => Verify.Reports(
        RuleIds.LoopCarriedDependence,
        """
        class C
        {
            [Parallel]
            public static void Sum(double[] x, double[] y)
            {
                for (int i = 0; i < x.Length; i++)
                    [|y[0]|] = y[0] * 0.5 + x[i];
            }
        }
        """,
        "accumulate in a local");

    [Fact]
    public async Task The_other_access_is_a_second_location()
    {
        const string Source = "class C { [Parallel] static void M(int[] x) { for (int i = 1; i < x.Length; i++) x[i] = 2 * x[i - 1]; } }";

        var diagnostic = Assert.Single(await TestProject.Analyze(TestProject.Create(Source)), d => d.Id == RuleIds.LoopCarriedDependence);

        var other = Assert.Single(diagnostic.AdditionalLocations);
        Assert.Equal("x[i - 1]", Source.Substring(other.SourceSpan.Start, other.SourceSpan.Length));
    }

    [Fact]
    public Task Elements_that_never_meet_are_fine() => Verify.IsSilent(
        RuleIds.LoopCarriedDependence,
        """
        class C
        {
            [Parallel]
            public static void Pairs(double[] x, int n)
            {
                for (int i = 0; i < n; i++)
                    x[2 * i] = x[2 * i + 1];
            }
        }
        """);
}
