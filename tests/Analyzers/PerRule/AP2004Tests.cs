namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP2004Tests
{
    private const string Kernels = """

        class Kernels
        {
            [Parallel]
            public static double Sum(double[] x)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                    sum += x[i];
                return sum;
            }

            [Parallel]
            public virtual void Clear(double[] x)
            {
                for (int i = 0; i < x.Length; i++)
                    x[i] = 0;
            }
        }
        """;

    [Fact]
    public Task Calls_in_expression_trees() => Verify.Reports(
        RuleIds.NotReroutable,
        """
        using System.Linq.Expressions;
        class C
        {
            static Expression<Func<double[], double>> Tree() => x => 1 + [|Kernels.Sum(x)|];
            static IQueryable<double> Query(IQueryable<double[]> all) => from x in all where x != null select [|Kernels.Sum(x)|];
        }
        """ + Kernels,
        "This use of 'Kernels.Sum' runs sequentially: it is in an expression tree",
        "expression tree");

    [Fact]
    public Task Calls_with_dynamic_arguments() => Verify.Reports(
        RuleIds.NotReroutable,
        """
        class C
        {
            static double M(dynamic x) => [|Kernels.Sum(x)|];
        }
        """ + Kernels,
        "'dynamic'");

    [Fact]
    public Task Base_calls() => Verify.Reports(
        RuleIds.NotReroutable,
        """
        class C : Kernels
        {
            public override void Clear(double[] x) => [|base.Clear(x)|];
        }
        """ + Kernels,
        "a 'base' call");

    [Fact]
    public Task Calls_by_reflection() => Verify.Reports(
        RuleIds.NotReroutable,
        """
        class C
        {
            static object? ByName() => [|typeof(Kernels).GetMethod("Sum")|];
            static object? ByNameOf() => [|typeof(Kernels).GetMethod(nameof(Kernels.Sum), [typeof(double[])])|];
            static object? Unrelated() => typeof(Kernels).GetMethod("ToString");
        }
        """ + Kernels,
        "reflection");

    [Fact]
    public Task Calls_through_a_type_parameter() => Verify.Reports(
        RuleIds.NotReroutable,
        """
        interface ISummed<T> where T : ISummed<T>
        {
            [Parallel]
            static virtual double Sum(double[] x)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                    sum += x[i];
                return sum;
            }
        }

        static class C
        {
            static double M<T>(double[] x) where T : ISummed<T> => [|T.Sum(x)|];
        }
        """,
        "a type parameter");

    [Fact]
    public Task Calls_of_what_may_be_a_structure_behind_a_type_parameter() => Verify.Reports(
        RuleIds.NotReroutable,
        """
        interface ISummed
        {
            void Sum(double[] x);
            static abstract void Clear(double[] x);
        }

        struct S : ISummed
        {
            [Parallel]
            public void Sum(double[] x)
            {
                for (int i = 0; i < x.Length; i++)
                    x[i] = 1;
            }

            [Parallel]
            public static void Clear(double[] x)
            {
                for (int i = 0; i < x.Length; i++)
                    x[i] = 0;
            }
        }

        static class C
        {
            static void M<T>(ref T s, double[] x) where T : struct, ISummed => [|s.Sum(x)|];
            static void N<T>(T? s, double[] x) where T : ISummed => s?[|.Sum(x)|];
            static void P<T>(double[] x) where T : ISummed => [|T.Clear(x)|];
            static void Q<T>(T s, double[] x) where T : class, ISummed => s.Sum(x);
            static void R<T>(T s, double[] x) where T : Kernels => s.Clear(x);
            static void I(ISummed s, double[] x) => s.Sum(x);
        }
        """ + Kernels,
        "a type parameter");

    [Fact]
    public Task Calls_whose_dispatch_generated_code_cannot_keep() => Verify.Reports(
        RuleIds.NotReroutable,
        """
        class C
        {
            public void Call(double[] x) => [|Clear(x)|];

            [Parallel]
            protected virtual void Clear(double[] x)
            {
                for (int i = 0; i < x.Length; i++)
                    x[i] = 0;
            }
        }
        """,
        "dispatch");

    [Fact]
    public Task Calls_that_the_language_makes() => Verify.Reports(
        RuleIds.NotReroutable,
        """
        using System.Collections;
        class Sums : IEnumerable
        {
            public List<double> All = [];
            public IEnumerator GetEnumerator() => All.GetEnumerator();

            [Parallel]
            public void Add(double[] x)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                    sum += x[i];
                All.Add(sum);
            }

            static Sums Make(double[] x) => new() { [|x|] };
        }
        """,
        "C# makes the call");

    [Fact]
    public async Task Calls_in_two_files_of_the_same_content()
    {
        var parsed = Markup.Parse("file class Repeated { double M(double[] x) => [|Kernels.Sum(x)|]; }", RuleIds.NotReroutable);
        var document = TestProject.Create(parsed.Source, ("Copy.cs", parsed.Source), ("Kernels.cs", Kernels));

        var diagnostics = await Verify.Check(parsed, document, RuleIds.NotReroutable);

        Assert.Equal(2, diagnostics.Count(d => d.Id == RuleIds.NotReroutable && d.GetMessage().Contains("same content")));
    }

    [Fact]
    public Task Plain_calls_are_fine() => Verify.IsSilent(
        RuleIds.NotReroutable,
        """
        using System.Linq.Expressions;
        class C
        {
            double _field = Kernels.Sum(new double[10]);
            static double M(double[] x, Kernels? kernels)
            {
                kernels?.Clear(x);
                Func<double> lambda = () => Kernels.Sum(x: x);
                return lambda() + Kernels.Sum(x);
            }
        }
        """ + Kernels);
}
