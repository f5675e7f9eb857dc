namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP2003Tests
{
    private const string Kernels = """

        class Kernels
        {
            [Parallel]
            public static void Scale(double[] x)
            {
                for (int i = 0; i < x.Length; i++)
                    x[i] *= 2;
            }

            [Parallel]
            public void Clear(double[] x)
            {
                for (int i = 0; i < x.Length; i++)
                    x[i] = 0;
            }

            public static void Plain(double[] x) { }
        }
        """;

    [Fact]
    public Task Method_groups_become_delegates() => Verify.Reports(
        RuleIds.MethodGroup,
        """
        class C
        {
            static readonly Action<double[]> _field = [|Kernels.Scale|];

            static void M(List<double[]> all, Kernels kernels)
            {
                all.ForEach([|Kernels.Scale|]);
                var natural = [|Kernels.Scale|];
                Action<double[]> bound = [|kernels.Clear|];
                var made = new Action<double[]>([|Kernels.Scale|]);
            }

            static unsafe void Pointer()
            {
                delegate*<double[], void> pointer = &[|Kernels.Scale|];
            }
        }
        """ + Kernels,
        "'Kernels.Scale' is used as a delegate, which calls the method as written, sequentially; write a lambda that calls it",
        "", "", "", "", "as a function pointer");

    [Fact]
    public Task Calls_lambdas_names_and_other_methods_are_fine() => Verify.IsSilent(
        RuleIds.MethodGroup,
        """
        class C
        {
            static void M(List<double[]> all, Kernels kernels)
            {
                all.ForEach(x => Kernels.Scale(x));
                all.ForEach(Kernels.Plain);
                kernels.Clear(all[0]);
                Console.WriteLine(nameof(Kernels.Scale));
            }
        }
        """ + Kernels);
}
