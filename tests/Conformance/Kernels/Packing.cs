namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops that step an index only in some of their iterations.</summary>
internal static class Packing
{
    [Parallel]
    public static int Above(float[] x, float limit, float[] result)
    {
        int count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > limit)
                result[count++] = x[i];
        }

        return count;
    }

    [Parallel]
    public static int Places(double[] x, int[] result)
    {
        int count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (!(x[i] >= 0))
            {
                result[count] = i;
                count++;
            }
        }

        return count;
    }

    [Parallel]
    public static long Wide(long[] x, long[] result, long start)
    {
        long at = start;
        for (int i = 0; i < x.Length; i++)
        {
            if ((x[i] & 3) != 0)
            {
                at++;
                result[at] = x[i] * 5;
            }
        }

        return at;
    }

    [Parallel]
    public static int Narrow(ReadOnlySpan<byte> x, Span<byte> result)
    {
        int count = 0;
        foreach (byte value in x)
        {
            if (value > 99)
                result[count++] = (byte)(value + 1);
        }

        return count;
    }

    [Parallel]
    public static int Rounded(double[] x, double[] y, float[] result)
    {
        int count = 0;
        for (int i = x.Length - 1; i >= 0; i--)
        {
            if (x[i] < y[i])
                result[count++] = (float)(x[i] * y[i]);
        }

        return count;
    }

    [Parallel]
    public static int Several(short[] x, short[] small, int[] large, long[] places)
    {
        int count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] == 0)
                continue;
            small[count] = (short)(x[i] * 3);
            large[count + 1] = i - x[i];
            places[count++] = i;
        }

        return count;
    }

    [Parallel]
    public static (int Less, int More) Parted(int[] x, int[] less, int[] more)
    {
        int below = 0, above = 0;
        for (int i = 0; i < x.Length; i++)
        {
            int value = x[i];
            if (value < 0)
                less[below++] = value;
            else
                more[above++] = value;
        }

        return (below, above);
    }

    [Parallel]
    public static int Unpacked(float[] x, float[] y)
    {
        int at = -1;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0)
            {
                at++;
                x[i] = y[at];
            }
        }

        return at;
    }

    [Parallel]
    public static int Nested(int[] x, int[] y, int[] result)
    {
        int count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            int product = x[i] * y[i];
            if (product > 0)
            {
                int rest = product - x[i];
                if (rest < 1000 && rest != y[i])
                    result[count++] = rest;
            }
        }

        return count;
    }

    [Parallel]
    public static int Ranks(int[] x, int[] ranks)
    {
        int rank = 10;
        for (int i = 0; i < x.Length; i++)
        {
            ranks[i] = rank;
            if (x[i] > 0)
                rank++;
        }

        return rank;
    }

    [Parallel]
    public static int Quotients(int[] x, int[] y, int[] result)
    {
        int count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0)
                result[count++] = x[i] / y[i];
        }

        return count;
    }

    [Parallel]
    public static int Columns(int[,] x, int[] result)
    {
        int count = 0;
        for (int c = 0; c < x.GetLength(1); c++)
        {
            for (int r = 0; r < x.GetLength(0); r++)
            {
                if (x[r, c] > 0)
                    result[count++] = x[r, c];
            }
        }

        return count;
    }

    [Parallel]
    public static int Texts(string x, char[] result)
    {
        int count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] != ' ')
                result[count++] = x[i];
        }

        return count;
    }

    [Parallel]
    public static long WithSum(int[] x, int[] result)
    {
        int count = 0;
        long sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0)
            {
                result[count++] = x[i];
                sum += x[i];
            }
        }

        return (31 * sum) + count;
    }

    [Parallel]
    public static int WithGreatest(int[] x, int[] result, out int greatest)
    {
        int count = 0, most = int.MinValue, total = 7;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] % 3 == 0)
                result[count++] = x[i];
            most = Math.Max(most, x[i]);
            total -= x[i];
        }

        greatest = most ^ total;
        return count;
    }
}
