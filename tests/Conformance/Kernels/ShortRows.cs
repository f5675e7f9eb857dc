namespace AutoParallel.Conformance.Kernels;

/// <summary>Rows too short for lanes, whose bounds are asked once, and histograms of keys with few values.</summary>
internal static class ShortRows
{
    [Parallel]
    public static void Sparse(int[] start, int[] column, double[] value, double[] vector, double[] product)
    {
        for (int row = 0; row < product.Length; row++)
        {
            double sum = 0;
            for (int k = start[row]; k < start[row + 1]; k++)
                sum += value[k] * vector[column[k]];
            product[row] = sum;
        }
    }

    [Parallel]
    public static void Backwards(int[] length, int[] from, int[] to)
    {
        for (int row = 0; row < length.Length; row++)
        {
            int sum = row;
            for (int k = length[row]; k > 0; k -= 2)
                sum = sum * 3 + from[k + row];
            to[row] = sum;
        }
    }

    [Parallel]
    public static void Conditional(int[] start, short[] values, byte[] kinds, long[] sums)
    {
        for (int row = 0; row + 1 < start.Length; row++)
        {
            long sum = 0;
            for (int k = start[row]; k < start[row + 1]; k++)
            {
                int twice = values[k] * 2;
                if (kinds[k] < 100)
                    sum += twice;
                else
                    sum -= k;
            }

            sums[row] = sum;
        }
    }

    [Parallel]
    public static void Bytes(byte[] values, int[] counts)
    {
        for (int i = 0; i < values.Length; i++)
            counts[values[i]]++;
    }

    [Parallel]
    public static void Pairs(ReadOnlySpan<byte> values, int first, Span<long> counts)
    {
        for (int i = values.Length - 2; i >= first; i -= 1)
            counts[(values[i] & 15) * 16 + (values[i + 1] >> 4)] += i;
    }

    [Parallel]
    public static void Weighted(sbyte[] keys, int[] weights, int[] least, long[] sums)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            int key = keys[i] + 128;
            if (weights[i] > 0)
                sums[key] += weights[i];
            least[key] = Math.Min(least[key], weights[i]);
        }
    }
}
