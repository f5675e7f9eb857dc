namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP2001Tests
{
    [Fact]
    public Task Neither_loop_nor_function() => Verify.Reports(
        RuleIds.NoLoop,
        """
        class C
        {
            [Parallel]
            public static void [|Print|](string text)
            {
                Console.WriteLine(text);
            }
        }
        """,
        "'C.Print' has neither a loop");

    [Fact]
    public Task A_loop_in_a_lambda_is_not_its_own() => Verify.Reports(
        RuleIds.NoLoop,
        """
        class C
        {
            [Parallel]
            public static void [|Clear|](List<int[]> all)
            {
                all.ForEach(x => { for (int i = 0; i < x.Length; i++) x[i] = 0; });
            }
        }
        """);

    [Fact]
    public Task Loops_and_element_wise_functions_are_fine() => Verify.IsSilent(
        RuleIds.NoLoop,
        """
        class C
        {
            [Parallel]
            public static double Square(double x) => x * x;

            [Parallel]
            public static void Clear(int[] x) { for (int i = 0; i < x.Length; i++) x[i] = 0; }
        }
        """);
}
