using AutoParallel.CodeFixes;

namespace AutoParallel.Analyzers.Tests.Fixes;

public class SharedScalarTests
{
    [Fact]
    public Task A_temporary_moves_into_the_lambda() => VerifyFix.Changes<SharedScalarFixProvider>(
        RuleIds.SharedScalar,
        """
        class C
        {
            static void M(int[] a)
            {
                int t = 0;
                Parallel.For(0, a.Length, i =>
                {
                    t = a[i] + i;
                    a[i] = t;
                });
            }
        }
        """,
        """
        class C
        {
            static void M(int[] a)
            {
                Parallel.For(0, a.Length, i =>
                {
                    int t = a[i] + i;
                    a[i] = t;
                });
            }
        }
        """,
        "Declare 't' inside the lambda");

    [Fact]
    public Task One_of_several_declared_together() => VerifyFix.Changes<SharedScalarFixProvider>(
        RuleIds.SharedScalar,
        """
        class C
        {
            static void M(int[] a)
            {
                int n = a.Length, t;
                Parallel.For(0, n, i => { t = a[i] + i; a[i] = t; });
            }
        }
        """,
        """
        class C
        {
            static void M(int[] a)
            {
                int n = a.Length;
                Parallel.For(0, n, i => { int t = a[i] + i; a[i] = t; });
            }
        }
        """);

    [Fact]
    public Task A_count() => VerifyFix.Changes<SharedScalarFixProvider>(
        RuleIds.SharedScalar,
        """
        class C
        {
            static int M(int[] a)
            {
                int count = 0;
                Parallel.For(0, a.Length, i =>
                {
                    if (a[i] <= 0)
                        count++;
                });
                return count;
            }
        }
        """,
        """
        class C
        {
            static int M(int[] a)
            {
                int count = 0;
                Parallel.For(0, a.Length, () => 0, (i, _, ownCount) =>
                {
                    if (a[i] <= 0)
                        ownCount++;
                    return ownCount;
                }, ownCount => Interlocked.Add(ref count, ownCount));
                return count;
            }
        }
        """,
        "Sum up 'count' in each thread first");

    [Fact]
    public Task A_sum_of_doubles() => VerifyFix.Changes<SharedScalarFixProvider>(
        RuleIds.SharedScalar,
        """
        class C
        {
            static double M(double[] a)
            {
                double sum = 0;
                // All of it.
                Parallel.For(0, a.Length, i => sum += a[i] * a[i]);
                return sum;
            }
        }
        """,
        """
        class C
        {
            static double M(double[] a)
            {
                double sum = 0;
                // All of it.
                object sumGate = new();
                Parallel.For(0, a.Length, () => 0.0, (i, _, ownSum) => ownSum + a[i] * a[i], ownSum => { lock (sumGate) sum += ownSum; });
                return sum;
            }
        }
        """);

    [Fact]
    public Task Not_where_the_value_is_needed() => VerifyFix.IsNotOffered<SharedScalarFixProvider>(
        RuleIds.SharedScalar,
        """
        class C
        {
            static int M(int[] a)
            {
                int k = 0, last = 0, old = 1;
                Parallel.For(0, a.Length, i => a[k++] = i);
                Parallel.For(0, a.Length, i => { last = i; });
                Parallel.For(0, a.Length, i => { a[i] = old; old = i; });
                return k + last;
            }
        }
        """);
}
