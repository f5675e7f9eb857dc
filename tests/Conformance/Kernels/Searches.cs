namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops that are left as soon as something is found.</summary>
internal static class Searches
{
    [Parallel]
    public static int Find(int[] x, int key)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] == key)
                return i;
        }

        return -1;
    }

    [Parallel]
    public static bool Contains(ReadOnlySpan<byte> x, byte key)
    {
        foreach (byte value in x)
        {
            if (value == key)
                return true;
        }

        return false;
    }

    [Parallel]
    public static (double Value, int At) Above(double[] x, double limit)
    {
        int at = -2;
        double found = -1;
        for (int i = x.Length - 1; i >= 0; i--)
        {
            double value = x[i] * x[i];
            if (value > limit)
            {
                at = i;
                found = value;
                break;
            }
        }

        return (found, at);
    }

    [Parallel]
    public static void UpTo(float[] x, float[] y, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            result[i] += x[i] * y[i];
            if (y[i] > x[i])
                break;
        }
    }

    [Parallel]
    public static int Copied(int[] x, int[] result, int end)
    {
        int i;
        for (i = 0; i < x.Length; i++)
        {
            int value = x[i];
            if (value == end)
                break;
            result[i] = value * 3;
        }

        return i;
    }

    [Parallel]
    public static int EveryThird(short[] x, short key, int first)
    {
        int n = 0;
        for (int i = first; i < x.Length; i += 3)
        {
            if (x[i] == key)
            {
                n = i;
                break;
            }
        }

        return n;
    }

    /// <summary>The test reads what the iterations before wrote.</summary>
    [Parallel]
    public static int Own(int[] x, int key)
    {
        for (int i = 0; i < x.Length - 1; i++)
        {
            x[i + 1] += x[i] & 1;
            if (x[i + 1] == key)
                return i;
        }

        return -1;
    }
}
