namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops that store at subscripts of each iteration's own: of several iterations that write one element, the last one stays.</summary>
internal static class Scatters
{
    [Parallel]
    public static void Product(int[] place, float[] x, float[] y, float[] z, float[] result)
    {
        for (int i = 0; i < place.Length; i++)
            result[place[i]] = (x[i] * y[i]) + z[i];
    }

    [Parallel]
    public static void Wide(long[] place, double[] x, double[] y, double[] result)
    {
        for (int i = 0; i < place.Length; i++)
            result[place[i]] = Math.Sqrt((x[i] * x[i]) + (y[i] * y[i])) / (y[i] + 2);
    }

    [Parallel]
    public static void ByInt32(int[] place, double[] x, double[] y, double[] result)
    {
        for (int i = 0; i < place.Length; i++)
            result[place[i]] = Math.Sqrt((x[i] * x[i]) + (y[i] * y[i])) / (y[i] + 2);
    }

    [Parallel]
    public static void Computed(uint[] key, int[] x, byte[] result)
    {
        for (int i = 0; i < key.Length; i++)
        {
            uint slot = (key[i] * 2654435761u) >> 24;
            result[slot] = (byte)((x[i] * 3) + (int)(key[i] & 15));
        }
    }

    [Parallel]
    public static void Truth(int[] place, float[] x, float[] y, bool[] result)
    {
        for (int i = 0; i < place.Length; i++)
            result[place[i]] = x[i] * x[i] > y[i] + 1 && x[i] < 3;
    }

    [Parallel]
    public static void Rounded(int[] place, double[] x, double[] y, float[] result)
    {
        for (int i = 0; i < place.Length; i++)
            result[place[i]] = (float)((x[i] * y[i]) + Math.Sqrt(Math.Abs(y[i])));
    }

    /// <summary>Places of iterations that store nothing lie anywhere.</summary>
    [Parallel]
    public static void Some(int[] place, float[] x, float[] y, float[] result)
    {
        for (int i = 0; i < place.Length; i++)
        {
            if (x[i] > 0)
                result[place[i]] = (x[i] * y[i]) + 1;
        }
    }

    [Parallel]
    public static void SomeWide(int[] place, double[] x, double[] y, double[] result)
    {
        for (int i = 0; i < place.Length; i++)
        {
            if (x[i] > 0)
                result[place[i]] = Math.Sqrt(x[i]) / (1 + (y[i] * y[i]));
        }
    }

    [Parallel]
    public static void Both(int[] place, int[] x, int[] y, int[] first, int[] second)
    {
        for (int i = 0; i < place.Length; i++)
        {
            int value = (x[i] * y[i]) ^ (x[i] + y[i]) ^ (x[i] >> 3) ^ (y[i] << 2);
            first[place[i]] = value;
            second[place[i]] = value + ((x[i] & y[i]) * (x[i] | y[i])) - (x[i] ^ y[i]);
        }
    }

    [Parallel]
    public static int Counted(int[] place, int[] x, int[] y, int[] result)
    {
        int sum = 0;
        for (int i = 0; i < place.Length; i++)
        {
            int value = (x[i] * y[i]) ^ (x[i] + y[i]) ^ (x[i] >> 3);
            sum += value;
            result[place[i]] = value;
        }

        return sum;
    }

    [Parallel]
    public static void OfSpans(ReadOnlySpan<int> place, ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> result)
    {
        for (int i = 0; i < place.Length; i++)
            result[place[i]] = (x[i] * y[i]) + (x[i] - y[i]);
    }

    /// <summary>Reads what it writes: the order of the iterations shows in the values.</summary>
    [Parallel]
    public static void Histogram(int[] place, float[] x, float[] y, float[] result)
    {
        for (int i = 0; i < place.Length; i++)
            result[place[i]] += (x[i] * y[i]) + (x[i] - y[i]);
    }

    /// <summary>Two stores that may meet: their order is that of the iterations first.</summary>
    [Parallel]
    public static void Twice(int[] place, float[] x, float[] y, float[] result)
    {
        for (int i = 0; i < place.Length; i++)
        {
            result[place[i]] = (x[i] * y[i]) + (x[i] - y[i]);
            result[i] = (x[i] + y[i]) * (x[i] - y[i]);
        }
    }
}
