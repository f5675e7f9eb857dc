namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP1004Tests
{
    [Fact]
    public Task A_method_that_gives_another_value_each_time() => Verify.Reports(
        RuleIds.ImpureCall,
        """
        class C
        {
            [Parallel]
            public static void Stamp(DateTime[] x)
            {
                for (int i = 0; i < x.Length; i++)
                    x[i] = [|DateTime.Now|];
            }
        }
        """,
        "DateTime.Now");

    [Fact]
    public Task A_method_that_only_computes_is_fine() => Verify.IsSilent(
        RuleIds.ImpureCall,
        """
        class C
        {
            private static double Half(double x) => x / 2;

            [Parallel]
            public static void Roots(double[] x)
            {
                for (int i = 0; i < x.Length; i++)
                    x[i] = Half(Math.Sqrt(x[i]));
            }
        }
        """);
}
