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

    [Fact]
    public Task A_sum_through_a_reference() => VerifyFix.Changes<SharedScalarFixProvider>(
        RuleIds.SharedScalar,
        """
        class C
        {
            static void Add(ref long sum, int value) => sum += value;

            static long M(int[] a)
            {
                long total = 0;
                Parallel.For(0, a.Length, i => Add(ref total, a[i]));
                return total;
            }
        }
        """,
        """
        class C
        {
            static void Add(ref long sum, int value) => sum += value;

            static long M(int[] a)
            {
                long total = 0;
                Parallel.For(0, a.Length, () => 0L, (i, _, ownTotal) => { Add(ref ownTotal, a[i]); return ownTotal; }, ownTotal => Interlocked.Add(ref total, ownTotal));
                return total;
            }
        }
        """);

    [Fact]
    public Task A_sum_in_a_field() => VerifyFix.Changes<SharedScalarFixProvider>(
        RuleIds.SharedWrite,
        """
        class C
        {
            private int _count;

            void M(int[] a)
            {
                Parallel.ForEach(a, v =>
                {
                    if (v > 0)
                        this._count++;
                });
            }
        }
        """,
        """
        class C
        {
            private int _count;

            void M(int[] a)
            {
                Parallel.ForEach(a, () => 0, (v, _, ownCount) =>
                {
                    if (v > 0)
                        ownCount++;
                    return ownCount;
                }, ownCount => Interlocked.Add(ref this._count, ownCount));
            }
        }
        """,
        "Sum up 'this._count' in each thread first");

    [Fact]
    public Task A_sum_in_a_property_of_another_object() => VerifyFix.Changes<SharedScalarFixProvider>(
        RuleIds.SharedWrite,
        """
        class C
        {
            class Result { public double Sum { get; set; } }

            static void M(double[] a, Result result)
            {
                Parallel.For(0, a.Length, i => result.Sum += a[i]);
            }
        }
        """,
        """
        class C
        {
            class Result { public double Sum { get; set; } }

            static void M(double[] a, Result result)
            {
                object sumGate = new();
                Parallel.For(0, a.Length, () => 0.0, (i, _, ownSum) => ownSum + a[i], ownSum => { lock (sumGate) result.Sum += ownSum; });
            }
        }
        """);

    [Fact]
    public Task Not_what_a_method_does_more_with_than_to_add() => VerifyFix.IsNotOffered<SharedScalarFixProvider>(
        RuleIds.SharedScalar,
        """
        class C
        {
            static void Larger(ref int best, int value) => best = Math.Max(best, value);
            static void Twice(ref int best, int value) { best += value; best += best; }
            static int M(int[] a)
            {
                int best = 0;
                Parallel.For(0, a.Length, i => Larger(ref best, a[i]));
                Parallel.For(0, a.Length, i => Twice(ref best, a[i]));
                return best;
            }
        }
        """);

    [Fact]
    public Task Not_a_field_that_is_read_or_of_an_object_that_each_run_chooses() => VerifyFix.IsNotOffered<SharedScalarFixProvider>(
        RuleIds.SharedWrite,
        """
        class C
        {
            private static int _count;
            private C? _other;
            private int _sum;

            void M(int[] a)
            {
                Parallel.For(0, a.Length, i => { _count++; a[i] = _count; });
                Parallel.For(0, a.Length, i => { _sum += i; _other!._sum += i; });
            }
        }
        """);
}
