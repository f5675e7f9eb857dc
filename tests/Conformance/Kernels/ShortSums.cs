namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops over rows of any length, each of which leaves integers.</summary>
internal static class ShortSums
{
    [Parallel]
    public static void Sums(int[][] rows, int[] result)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            int sum = 0;
            int[] row = rows[i];
            foreach (int value in row)
                sum += value * value;
            result[i] = sum;
        }
    }

    [Parallel]
    public static void Extremes(byte[][] rows, int[] least, int[] most)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            int low = 1000, high = -1000, all = 0;
            for (int k = 0; k < rows[i].Length; k++)
            {
                low = Math.Min(low, rows[i][k] - k);
                high = Math.Max(high, rows[i][k] + k);
                all ^= rows[i][k] << (k & 7);
            }

            least[i] = low;
            most[i] = high ^ all;
        }
    }

    [Parallel]
    public static long Products(sbyte[][] rows, long factor)
    {
        long sum = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            for (int k = rows[i].Length - 1; k >= 0; k--)
                sum += rows[i][k] > 3 ? factor * rows[i][k] : 1L;
        }

        return sum;
    }

    [Parallel]
    public static void Part(short[] x, int[] from, int[] to, int[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            int sum = i;
            for (int k = from[i]; k < to[i]; k++)
                sum += x[k] ^ k;
            result[i] = sum;
        }
    }

    [Parallel]
    public static void Changes(byte[][] rows, int[] result)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            int changes = 0;
            byte before = 0;
            byte[] row = rows[i];
            foreach (byte value in row)
            {
                if (value != before)
                    changes++;
                before = value;
            }

            result[i] = changes;
        }
    }

    [Parallel]
    public static void Variation(int[][] rows, int[] result)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            int sum = 0, before = i, beforeThat = 7;
            int[] row = rows[i];
            for (int k = 0; k < row.Length; k++)
            {
                sum += (row[k] ^ before) + (beforeThat & 15);
                beforeThat = before;
                before = row[k];
            }

            result[i] = sum + before - beforeThat;
        }
    }

    [Parallel]
    public static int Rises(short[] x)
    {
        int rises = 0;
        short before = short.MaxValue;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > before)
                rises++;
            before = x[i];
        }

        return rises + before;
    }
}
