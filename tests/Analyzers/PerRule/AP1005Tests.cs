namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP1005Tests
{
    [Fact]
    public Task A_list_that_all_iterations_add_to() => Verify.Reports(
        RuleIds.UnsafeCollection,
        """
        class C
        {
            [Parallel]
            public static List<double> Squares(double[] x)
            {
                var result = new List<double>();
                for (int i = 0; i < x.Length; i++)
                    [|result.Add(x[i] * x[i])|];
                return result;
            }
        }
        """,
        "List<double>.Add' changes 'result'");

    [Fact]
    public Task A_list_of_the_iteration_is_fine() => Verify.IsSilent(
        RuleIds.UnsafeCollection,
        """
        class C
        {
            [Parallel]
            public static void Lists(double[] x, List<double>[] y)
            {
                for (int i = 0; i < x.Length; i++)
                {
                    var list = new List<double>();
                    list.Add(x[i]);
                    y[i] = list;
                }
            }
        }
        """);
}
