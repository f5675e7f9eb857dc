namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP2002Tests
{
    [Fact]
    public Task A_local_function_of_a_top_level_program() => Verify.Reports(
        RuleIds.LocalFunction,
        """
        Console.WriteLine(Dot(new double[10], new double[10]));

        [Parallel]
        static double [|Dot|](double[] x, double[] y)
        {
            double sum = 0;
            for (int i = 0; i < x.Length; i++)
                sum += x[i] * y[i];
            return sum;
        }
        """,
        "'Dot' is a local function");

    [Fact]
    public Task A_local_function_in_a_method_and_a_lambda() => Verify.Reports(
        RuleIds.LocalFunction,
        """
        static class C
        {
            static void M(double[] a)
            {
                Scale(a);
                Action<double[]> clear = [|[Parallel] (x) =>|] { for (int i = 0; i < x.Length; i++) x[i] = 0; };
                clear(a);

                [Parallel]
                void [|Scale|](double[] x)
                {
                    for (int i = 0; i < x.Length; i++)
                        x[i] *= 2;
                }
            }
        }
        """,
        "This is a lambda",
        "'Scale' is a local function");

    [Fact]
    public Task Local_functions_without_the_attribute_and_methods_with_it_are_fine() => Verify.IsSilent(
        RuleIds.LocalFunction,
        """
        Kernels.Scale(new double[10]);
        Local();

        static void Local() { }

        static class Kernels
        {
            [Parallel]
            public static void Scale(double[] x)
            {
                for (int i = 0; i < x.Length; i++)
                    x[i] *= 2;
            }
        }
        """);
}
