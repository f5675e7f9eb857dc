namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP1001Tests
{
    [Fact]
    public Task A_variable_declared_outside() => Verify.Reports(
        RuleIds.SharedScalar,
        """
        class C
        {
            [Parallel]
            public static void Differences(double[] x)
            {
                double previous = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    double current = x[i];
                    x[i] = current - [|previous|];
                    previous = current;
                }
            }
        }
        """,
        "reads 'previous', which iteration i assigns");

    [Fact]
    public Task A_reduction_and_a_variable_of_the_iteration_are_fine() => Verify.IsSilent(
        RuleIds.SharedScalar,
        """
        class C
        {
            [Parallel]
            public static double Sum(double[] x, double[] y)
            {
                double sum = 0;
                double t;
                for (int i = 0; i < x.Length; i++)
                {
                    t = x[i] * 2;
                    y[i] = t;
                    sum += t;
                }
                return sum;
            }
        }
        """);
}
