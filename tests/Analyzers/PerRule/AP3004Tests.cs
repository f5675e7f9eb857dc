namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP3004Tests
{
    [Fact]
    public Task A_second_pass_over_an_array() => Verify.Reports(
        RuleIds.MemoryBound,
        """
        class C
        {
            [Parallel]
            public static double Scale(double[] x, double[] y, double a)
            {
                for (int i = 0; i < x.Length; i++)
                    y[i] = a * x[i];
                double sum = 0;
                [|for|] (int j = 0; j < x.Length; j++)
                    sum += y[j];
                return sum;
            }
        }
        """,
        "passes over 'y' again");

    [Fact]
    public Task Three_passes_are_told_twice() => Verify.Reports(
        RuleIds.MemoryBound,
        """
        class C
        {
            [Parallel]
            public static void Clear(Span<int> x, int n)
            {
                for (int i = 0; i < n; i++)
                    x[i] += 1;
                [|for|] (int i = 0; i < n; i++)
                    x[i] ^= 3;
                [|for|] (int i = 0; i < n; i++)
                    x[i] *= 5;
            }
        }
        """);

    [Fact]
    public Task A_neighbouring_element_is_silent_as_one_loop_would_compute_something_else() => Verify.IsSilent(
        RuleIds.MemoryBound,
        """
        class C
        {
            [Parallel]
            public static void Blur(double[] x, double[] y, double[] z)
            {
                for (int i = 1; i < x.Length - 1; i++)
                    y[i] = 2 * x[i];
                for (int i = 1; i < x.Length - 1; i++)
                    z[i] = y[i - 1] + y[i + 1];
            }
        }
        """);

    [Fact]
    public Task A_sum_that_the_second_loop_needs_is_silent() => Verify.IsSilent(
        RuleIds.MemoryBound,
        """
        class C
        {
            [Parallel]
            public static void Normalise(double[] x)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                    sum += x[i];
                for (int i = 0; i < x.Length; i++)
                    x[i] /= sum;
            }
        }
        """);

    [Fact]
    public Task Loops_that_compute_are_silent() => Verify.IsSilent(
        RuleIds.MemoryBound,
        """
        class C
        {
            [Parallel]
            public static void Grow(double[] x, double[] y)
            {
                for (int i = 0; i < x.Length; i++)
                    y[i] = Math.Exp(x[i]) + Math.Sin(x[i]) + Math.Log(x[i]);
                for (int i = 0; i < x.Length; i++)
                    y[i] = Math.Pow(y[i], x[i]) + Math.Cos(x[i]);
            }
        }
        """);

    [Fact]
    public Task Other_ranges_are_silent() => Verify.IsSilent(
        RuleIds.MemoryBound,
        """
        class C
        {
            [Parallel]
            public static void Halves(double[] x, int n)
            {
                for (int i = 0; i < n; i++)
                    x[i] += 1;
                for (int i = n; i < x.Length; i++)
                    x[i] += 2;
            }
        }
        """);
}
