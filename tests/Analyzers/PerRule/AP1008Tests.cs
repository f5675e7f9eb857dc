namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP1008Tests
{
    [Fact]
    public Task A_static_field() => Verify.Reports(
        RuleIds.SharedWrite,
        """
        class C
        {
            private static int _last;

            [Parallel]
            public static void Last(int[] x)
            {
                for (int i = 0; i < x.Length; i++)
                    [|_last|] = 1000 / x[i];
            }
        }
        """,
        "_last");

    [Fact]
    public Task A_field_that_is_only_read_is_fine() => Verify.IsSilent(
        RuleIds.SharedWrite,
        """
        class C
        {
            private static double _factor = 2;

            [Parallel]
            public static void Scale(double[] x)
            {
                for (int i = 0; i < x.Length; i++)
                    x[i] *= _factor;
            }
        }
        """);
}
