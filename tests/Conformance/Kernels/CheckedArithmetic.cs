namespace AutoParallel.Conformance.Kernels;

/// <summary>Arithmetic that must report overflow, and arithmetic that must not.</summary>
internal static class CheckedArithmetic
{
    [Parallel]
    public static void Block(int[] x, int[] y)
    {
        checked
        {
            for (int i = 0; i < x.Length; i++)
                y[i] = x[i] + y[i];
        }
    }

    [Parallel]
    public static void UncheckedInside(int[] x)
    {
        checked
        {
            for (int i = 0; i < x.Length; i++)
                x[i] = unchecked(x[i] * 1_000_003);
        }
    }

    [Parallel]
    public static long Sum(long[] x)
    {
        long sum = 0;
        checked
        {
            foreach (long value in x)
                sum += value;
        }

        return sum;
    }

    [Parallel]
    public static void Negate(sbyte[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = checked((sbyte)-x[i]);
    }

    [Parallel]
    public static void Index(int[] x, int start)
    {
        checked
        {
            for (int i = start; i < x.Length; i++)
                x[i] = i * 2;
        }
    }
}
