namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP0003Tests
{
    [Fact]
    public Task A_dependence() => Verify.Reports(
        RuleIds.StaysSequential,
        """
        class C
        {
            [Parallel]
            public static void Prefix(double[] x)
            {
                [|for|] (int i = 1; i < x.Length; i++)
                    {|AP1002:x[i]|} += x[i - 1];
            }
        }
        """,
        "for (i) stays sequential: iteration i");

    [Fact]
    public Task A_loop_that_does_not_count() => Verify.Reports(
        RuleIds.StaysSequential,
        """
        class C
        {
            [Parallel]
            public static int Length(int x)
            {
                int n = 0;
                [|while|] (x != 1)
                {
                    x = x % 2 == 0 ? x / 2 : 3 * x + 1;
                    n++;
                }
                return n;
            }
        }
        """,
        "stays sequential");

    [Fact]
    public Task A_loop_that_runs_across_cores_does_not() => Verify.IsSilent(
        RuleIds.StaysSequential,
        """
        class C
        {
            [Parallel]
            public static double Dot(double[] x, double[] y)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                    sum += x[i] * y[i];
                return sum;
            }
        }
        """);
}
