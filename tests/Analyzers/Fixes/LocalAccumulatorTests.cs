using AutoParallel.CodeFixes;

namespace AutoParallel.Analyzers.Tests.Fixes;

public class LocalAccumulatorTests
{
    [Fact]
    public Task A_reference() => VerifyFix.Changes<LocalAccumulatorFixProvider>(
        RuleIds.UnknownWrite,
        """
        static class C
        {
            [Parallel]
            public static void Sum(double[] x, ref double total)
            {
                // All of them.
                for (int i = 0; i < x.Length; i++)
                    total += x[i];
                total /= 2;
            }
        }
        """,
        """
        static class C
        {
            [Parallel]
            public static void Sum(double[] x, ref double total)
            {
                // All of them.
                double ownTotal = total;
                for (int i = 0; i < x.Length; i++)
                    ownTotal += x[i];
                total = ownTotal;
                total /= 2;
            }
        }
        """,
        "Accumulate 'total' in a local, and store that behind the loop");

    [Fact]
    public Task Two_references_of_which_one_is_to_a_struct() => VerifyFix.ChangesAll<LocalAccumulatorFixProvider>(
        RuleIds.UnknownWrite,
        """
        static class C
        {
            public struct Totals { public int Count; }

            [Parallel]
            public static void Count(string[] words, ref Totals totals, ref int longest)
            {
                ref int best = ref longest;
                foreach (var word in words)
                {
                    totals.Count++;
                    if (word.Length > best)
                        best = word.Length;
                }
            }
        }
        """,
        """
        static class C
        {
            public struct Totals { public int Count; }

            [Parallel]
            public static void Count(string[] words, ref Totals totals, ref int longest)
            {
                ref int best = ref longest;
                int ownCount = totals.Count;
                int ownBest = best;
                foreach (var word in words)
                {
                    ownCount++;
                    if (word.Length > ownBest)
                        ownBest = word.Length;
                }
                totals.Count = ownCount;
                best = ownBest;
            }
        }
        """);

    [Fact]
    public Task Not_where_the_loop_may_be_left_or_is_not_parallel_even_so() => VerifyFix.IsNotOffered<LocalAccumulatorFixProvider>(
        RuleIds.UnknownWrite,
        """
        static class C
        {
            [Parallel]
            public static void Until(double[] x, ref double total)
            {
                for (int i = 0; i < x.Length; i++)
                {
                    if (x[i] < 0)
                        return;
                    total += x[i];
                }
            }

            [Parallel]
            public static void Carried(double[] x, ref double total)
            {
                for (int i = 0; i < x.Length; i++)
                    total = x[i] - total * total;
            }

            [Parallel]
            public static void First(double[] x, out double last)
            {
                for (int i = 0; ; i++)
                {
                    last = x[i];
                    if (last > 0)
                        break;
                }
            }
        }
        """);
}
