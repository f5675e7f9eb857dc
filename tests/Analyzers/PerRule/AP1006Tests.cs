namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP1006Tests
{
    [Fact]
    public Task Printing() => Verify.Reports(
        RuleIds.OrderedOutput,
        """
        class C
        {
            [Parallel]
            public static void Print(double[] x)
            {
                for (int i = 0; i < x.Length; i++)
                    [|Console.WriteLine(x[i])|];
            }
        }
        """,
        "Console.WriteLine");

    [Fact]
    public Task Printing_after_the_loop_is_fine() => Verify.IsSilent(
        RuleIds.OrderedOutput,
        """
        class C
        {
            [Parallel]
            public static void Print(double[] x)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                    sum += x[i];
                Console.WriteLine(sum);
            }
        }
        """);
}
