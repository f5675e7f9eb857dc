namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP2005Tests
{
    [Fact]
    public Task A_loop_with_a_dependence() => Verify.Reports(
        RuleIds.RequiredButSequential,
        """
        class C
        {
            [Parallel(Required = true)]
            public static void Prefix(double[] x)
            {
                [|for|] (int i = 1; i < x.Length; i++)
                    {|AP1002:x[i]|} += x[i - 1];
            }
        }
        """,
        "must run in parallel (Required = true) but stays sequential: iteration i");

    [Fact]
    public Task A_method_that_cannot_be_rerouted() => Verify.Reports(
        RuleIds.RequiredButSequential,
        """
        class C
        {
            [Parallel(Required = true)]
            public static IEnumerable<int> [|Numbers|](dynamic x) { for (int i = 0; i < 3; i++) yield return {|AP2006:x[i]|}; }
        }
        """,
        "'C.Numbers' must run in parallel");

    [Fact]
    public Task A_loop_that_runs_in_parallel_is_fine() => Verify.IsSilent(
        RuleIds.RequiredButSequential,
        """
        class C
        {
            [Parallel(Required = true)]
            public static double Dot(double[] x, double[] y)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                    sum += x[i] * y[i];
                return sum;
            }
        }
        """);

    [Fact]
    public void It_is_an_error() => Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Error, Rules.RequiredButSequential.DefaultSeverity);
}
