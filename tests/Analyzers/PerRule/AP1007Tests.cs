namespace AutoParallel.Analyzers.Tests.PerRule;

public class AP1007Tests
{
    [Fact]
    public Task A_lock_and_Interlocked() => Verify.Reports(
        RuleIds.Synchronization,
        """
        class C
        {
            private static readonly object _gate = new();
            private static int _count;

            [Parallel]
            public static void Count(double[] x, int[] n)
            {
                for (int i = 0; i < x.Length; i++)
                    [|lock (_gate) { {|AP1002:n[0]|} += 1; }|]
                for (int i = 0; i < x.Length; i++)
                    [|Interlocked.Increment(ref {|AP1008:_count|})|];
            }
        }
        """,
        "'lock'",
        "Interlocked.Increment");

    [Fact]
    public Task A_reduction_needs_none() => Verify.IsSilent(
        RuleIds.Synchronization,
        """
        class C
        {
            [Parallel]
            public static double Dot(double[] x, double[] y)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                    sum += x[i] * y[i];
                return sum;
            }
        }
        """);

    [Fact]
    public Task An_atomic_update_of_a_local_is_a_plain_one() => Verify.IsSilent(
        RuleIds.Synchronization,
        """
        class C
        {
            [Parallel]
            public static long Count(int[] x)
            {
                long sum = 0;
                int count = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    Interlocked.Add(ref sum, x[i]);
                    Interlocked.Increment(ref count);
                }

                return sum + count;
            }
        }
        """);
}
