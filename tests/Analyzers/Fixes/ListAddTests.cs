using AutoParallel.CodeFixes;

namespace AutoParallel.Analyzers.Tests.Fixes;

public class ListAddTests
{
    [Fact]
    public Task An_add_in_a_lambda_becomes_a_write_to_an_array() => VerifyFix.Changes<ListAddFixProvider>(
        RuleIds.UnsafeCollection,
        """
        class C
        {
            static List<double> M(double[] x)
            {
                var roots = new List<double>();
                Parallel.For(0, x.Length, i =>
                {
                    var root = Math.Sqrt(x[i]);
                    roots.Add(root + 1);
                });
                return roots;
            }
        }
        """,
        """
        class C
        {
            static List<double> M(double[] x)
            {
                var roots = new List<double>();
                var rootsItems = new double[x.Length];
                Parallel.For(0, x.Length, i =>
                {
                    var root = Math.Sqrt(x[i]);
                    rootsItems[i] = root + 1;
                });
                roots.AddRange(rootsItems);
                return roots;
            }
        }
        """,
        "Write into an array, and add that to 'roots'");

    [Fact]
    public Task The_whole_lambda() => VerifyFix.Changes<ListAddFixProvider>(
        RuleIds.UnsafeCollection,
        """
        class C
        {
            static void M(List<int> all, int n)
            {
                Parallel.For(0, n, i => all.Add(i * i));
            }
        }
        """,
        """
        class C
        {
            static void M(List<int> all, int n)
            {
                var allItems = new int[Math.Max(n, 0)];
                Parallel.For(0, n, i => allItems[i] = i * i);
                all.AddRange(allItems);
            }
        }
        """);

    [Fact]
    public Task A_loop_of_a_parallel_method() => VerifyFix.Changes<ListAddFixProvider>(
        RuleIds.UnsafeCollection,
        """
        static class Kernels
        {
            [Parallel]
            public static List<double> Squares(double[] x)
            {
                var result = new List<double>();
                for (int i = 0; i < x.Length; i++)
                    result.Add(x[i] * x[i]);
                return result;
            }
        }
        """,
        """
        static class Kernels
        {
            [Parallel]
            public static List<double> Squares(double[] x)
            {
                var result = new List<double>();
                var resultItems = new double[x.Length];
                for (int i = 0; i < x.Length; i++)
                    resultItems[i] = x[i] * x[i];
                result.AddRange(resultItems);
                return result;
            }
        }
        """);

    [Fact]
    public Task A_filter_becomes_a_query() => VerifyFix.Changes<ListAddFixProvider>(
        RuleIds.UnsafeCollection,
        """
        class C
        {
            static void M(List<double> positive, double[] x)
            {
                Parallel.For(0, x.Length, i =>
                {
                    if (x[i] > 0)
                        positive.Add(x[i]);
                });
            }
        }
        """,
        """
        class C
        {
            static void M(List<double> positive, double[] x)
            {
                positive.AddRange(ParallelEnumerable.Range(0, x.Length).AsOrdered().Where(i => x[i] > 0).Select(i => x[i]));
            }
        }
        """,
        "Filter with a parallel query into 'positive'");
}
