namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP3002Tests
{
    [Fact]
    public Task A_type_without_lanes() => Verify.Reports(
        RuleIds.BlocksVectors,
        """
        class C
        {
            [Parallel]
            public static void Remainders(decimal[] x)
            {
                for (int i = 0; i < x.Length; i++)
                    [|x[i]|] = x[i] % 3;
            }
        }
        """,
        "not vectorised");

    [Fact]
    public Task Plain_arithmetic_does_not() => Verify.IsSilent(
        RuleIds.BlocksVectors,
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
