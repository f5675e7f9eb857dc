namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP2008Tests
{
    [Fact]
    public Task Outside_of_a_parallel_method() => Verify.Reports(
        RuleIds.PrangeWithoutEffect,
        """
        static class C
        {
            static PrangeInt32 _field = [|Prange(3)|];

            public static void Clear(double[] x)
            {
                foreach (int i in [|Prange(x.Length)|])
                    x[i] = 0;
            }
        }
        """,
        "no method with [Parallel]",
        "'Clear' has no [Parallel]; add it");

    [Fact]
    public Task In_a_top_level_program() => Verify.Reports(
        RuleIds.PrangeWithoutEffect,
        """
        var x = new double[10];
        foreach (int i in [|Prange(x.Length)|])
            x[i] = 0;
        """,
        "move the loop into one");

    [Fact]
    public Task In_a_lambda_and_away_from_foreach() => Verify.Reports(
        RuleIds.PrangeWithoutEffect,
        """
        static class C
        {
            [Parallel]
            public static void Clear(double[] x)
            {
                Action clear = () =>
                {
                    foreach (int i in [|Prange(x.Length)|])
                        x[i] = 0;
                };
                clear();
                var range = [|Prange(x.Length)|];
                for (int i = 0; i < x.Length; i++)
                    x[i] = 1;
            }
        }
        """,
        "lambda or local function",
        "not what a 'foreach' runs over");

    [Fact]
    public Task In_a_parallel_method_it_is_fine() => Verify.IsSilent(
        RuleIds.PrangeWithoutEffect,
        """
        static class C
        {
            [Parallel]
            public static void Clear(double[] x)
            {
                foreach (int i in Prange(0, x.Length, schedule: Schedule.Dynamic))
                    x[i] = 0;
            }
        }
        """);
}
