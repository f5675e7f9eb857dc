namespace AutoParallel.Conformance.Kernels;

/// <summary>Accesses whose elements are not neighbours in the order of the iterations.</summary>
internal static class Accesses
{
    [Parallel]
    public static void EverySecond(float[] x, float[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = x[2 * i] * x[2 * i + 1];
    }

    [Parallel]
    public static void Spread(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[3 * i + 1] = x[i] + 1;
    }

    [Parallel]
    public static void SpreadSome(int[] x, short[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0)
                result[2 * i] = (short)x[i];
        }
    }

    [Parallel]
    public static void BySymbol(int[] x, int k, int[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = x[i * k] - 7;
    }

    [Parallel]
    public static void Reverse(byte[] x, byte[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (byte)(x[x.Length - 1 - i] + 1);
    }

    [Parallel]
    public static void ReverseInto(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < 1)
                result[x.Length - 1 - i] = x[i] * 2;
        }
    }

    [Parallel]
    public static void Downward(long[] x, long[] result)
    {
        for (int i = x.Length - 1; i >= 0; i--)
            result[i] = x[i] * 3;
    }

    [Parallel]
    public static void ByThrees(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i += 3)
            result[i] = x[i] * 0.5;
    }

    [Parallel]
    public static double SumOfEveryThird(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i += 3)
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static void Gather(float[] x, int[] index, float[] result)
    {
        for (int i = 0; i < index.Length; i++)
            result[i] = x[index[i]] * 2 + 1;
    }

    [Parallel]
    public static void GatherByByte(double[] table, byte[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = table[x[i]];
    }

    [Parallel]
    public static void GatherTwice(int[] x, int[] index, int[] result)
    {
        for (int i = 0; i < index.Length; i++)
            result[i] = x[x[index[i]]];
    }

    [Parallel]
    public static void GatherFarAway(short[] x, long[] index, long[] result)
    {
        for (int i = 0; i < index.Length; i++)
            result[i] = x[index[i] - 5];
    }

    [Parallel]
    public static double SparseDot(double[] values, int[] columns, double[] x)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
            sum += values[i] * x[columns[i]];
        return sum;
    }

    [Parallel]
    public static long TwoSums(int[] x, int[] index)
    {
        long first = 0;
        int second = 0;
        for (int i = 0; i < index.Length; i++)
        {
            second += index[i];
            first += x[index[i]];
        }

        return first * 31 + second;
    }

    [Parallel]
    public static void GatherIfInside(float[] x, int[] index, float[] result)
    {
        for (int i = 0; i < index.Length; i++)
            result[i] = index[i] >= 0 && index[i] < x.Length ? x[index[i]] : -1;
    }

    [Parallel]
    public static void Difference(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = i > 0 ? x[i] - x[i - 1] : x[i];
    }

    [Parallel]
    public static void Peaks(int[] x, bool[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (i == 0 || x[i - 1] < x[i]) && (i == x.Length - 1 || x[i] > x[i + 1]);
    }

    [Parallel]
    public static void WhereFlagged(bool[] flags, float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (flags[i])
                result[i] = x[i] + 1;
        }
    }

    [Parallel]
    public static void MergeFlags(bool[] a, bool[] b, double[] x, bool[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (a[i] | b[i]) & x[i] > 0;
    }

    [Parallel]
    public static void Columns(double[,] x, double[] result, int column)
    {
        for (int row = 0; row < result.Length; row++)
            result[row] = x[row, column] * 2;
    }

    [Parallel]
    public static void Diagonal(float[,] x)
    {
        for (int i = 0; i < x.GetLength(0); i++)
            x[i, i] = x[i, i] + 1;
    }

    [Parallel]
    public static int LastOfAll(int[] x, int[] result)
    {
        int last = -1;
        for (int i = 0; i < x.Length; i++)
        {
            last = x[i] * 3;
            result[i] = last + 1;
        }

        return last;
    }

    [Parallel]
    public static double MixedProduct(float[] x, float[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i] + 0.5f;
        return sum;
    }

    [Parallel]
    public static void MixedWidths(float[] x, double[] y, long[] z, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            float scaled = x[i] / 3 - MathF.Sqrt(MathF.Abs(x[i]));
            result[i] = scaled > 0 ? scaled * (int)z[i] : (float)(y[i] * scaled);
        }
    }
}
