namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP0002Tests
{
    [Fact]
    public Task A_loop_of_arithmetic() => Verify.Reports(
        RuleIds.Vectorized,
        """
        class C
        {
            [Parallel]
            public static void Scale(float[] x)
            {
                [|for|] (int i = 0; i < x.Length; i++)
                    x[i] *= 2;
            }
        }
        """,
        "16, 8 or 4 lanes of 32 bits");

    [Fact]
    public Task Not_where_the_option_is_off() => Verify.IsSilent(
        RuleIds.Vectorized,
        """
        class C
        {
            [Parallel(Vectorize = false)]
            public static void Scale(float[] x)
            {
                for (int i = 0; i < x.Length; i++)
                    x[i] *= 2;
            }
        }
        """);
}
