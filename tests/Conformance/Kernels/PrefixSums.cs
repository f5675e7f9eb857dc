namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops that read what they have summed up so far.</summary>
internal static class PrefixSums
{
    [Parallel]
    public static int Inclusive(int[] x, int[] result)
    {
        int sum = 3;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i];
            result[i] = sum;
        }

        return sum;
    }

    [Parallel]
    public static uint Exclusive(uint[] x, uint[] result)
    {
        uint sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            result[i] = sum;
            sum += x[i];
        }

        return sum;
    }

    [Parallel]
    public static long InPlace(long[] x)
    {
        long sum = 0;
        for (int i = x.Length - 1; i >= 0; i--)
        {
            long value = x[i];
            x[i] = sum;
            sum += value;
        }

        return sum;
    }

    [Parallel]
    public static ulong Difference(ulong[] x, ulong[] result, ulong start)
    {
        for (int i = 0; i < x.Length; i++)
        {
            start = start - x[i];
            result[i] = start ^ x[i];
        }

        return start;
    }

    [Parallel]
    public static int Offsets(byte[] lengths, int[] offsets)
    {
        int at = 0;
        for (int i = 0; i < lengths.Length; i++)
        {
            offsets[i] = at;
            at += lengths[i];
        }

        return at;
    }

    [Parallel]
    public static long Widened(int[] x, double[] result)
    {
        long sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i];
            result[i] = sum;
        }

        return sum;
    }

    [Parallel]
    public static (int, int) Twice(int[] x, int[] result)
    {
        int once = 0, twice = 0;
        for (int i = 0; i < x.Length; i++)
        {
            once += x[i];
            twice += once;
            result[i] = twice - once;
        }

        return (once, twice);
    }

    [Parallel]
    public static int Conditional(int[] x, float[] y, int[] result)
    {
        int balance = 100;
        for (int i = 0; i < x.Length; i++)
        {
            if (y[i] > 0)
                balance += x[i];
            else if (y[i] < -1)
                balance -= x[i] * 2;
            result[i] = balance;
        }

        return balance;
    }

    [Parallel]
    public static void ByElements(int[] x, int[] result)
    {
        for (int i = 1; i < x.Length; i++)
            result[i] = result[i - 1] + x[i];
    }

    [Parallel]
    public static void ByElementsInPlace(long[] x, int first)
    {
        for (int i = x.Length - 2; i >= first; i--)
            x[i] += x[i + 1];
    }

    [Parallel]
    public static void Rows(uint[,] x)
    {
        for (int r = 0; r < x.GetLength(0); r++)
        {
            for (int c = 1; c < x.GetLength(1); c++)
                x[r, c] = x[r, c] + x[r, c - 1];
        }
    }

    [Parallel]
    public static int Highest(int[] x, int[] result)
    {
        int most = int.MinValue;
        for (int i = 0; i < x.Length; i++)
        {
            most = Math.Max(most, x[i]);
            result[i] = most;
        }

        return most;
    }

    [Parallel]
    public static ulong Drawdown(ulong[] x, float[] y, ulong[] result)
    {
        ulong least = 1UL << 63;
        for (int i = 0; i < x.Length; i++)
        {
            result[i] = x[i] - least;
            if (y[i] > 0)
            {
                if (x[i] < least)
                    least = x[i];
            }
        }

        return least;
    }

    [Parallel(FloatMode = FloatMode.Fast)]
    public static float OfFloats(float[] x, float[] result)
    {
        float sum = 1;
        for (int i = 0; i < x.Length; i++)
        {
            result[i] = sum;
            sum += x[i];
        }

        return sum;
    }

    [Parallel(FloatMode = FloatMode.Fast)]
    public static void DoublesByElements(double[] x, double[] result)
    {
        for (int i = 1; i < x.Length; i++)
            result[i] = x[i] + result[i - 1];
    }

    [Parallel]
    public static int OfDoubles(double[] x, int[] result)
    {
        int sum = int.MaxValue;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] > 0.5 ? 7 : int.MaxValue;
            result[i] = sum;
        }

        return sum;
    }
}
