namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops that stay in their order and read again what they have just written.</summary>
internal static class Recurrences
{
    [Parallel]
    public static void Previous(float[] y, float[] x)
    {
        for (int i = 1; i < x.Length; i++)
            y[i] += y[i - 1] * x[i];
    }

    [Parallel]
    public static void Filter(double[] y, double[] x)
    {
        for (int i = 2; i < x.Length; i++)
            y[i] = 0.5 * x[i] + 1.25 * y[i - 1] - 0.375 * y[i - 2];
    }

    [Parallel]
    public static void FourBefore(int[] y)
    {
        for (int i = 4; i < y.Length; i++)
            y[i] ^= y[i - 4] * 3;
    }

    [Parallel]
    public static void Downward(short[] y, short[] x)
    {
        for (int i = y.Length - 2; i >= 0; i--)
            y[i] = (short)(y[i + 1] * 5 + x[i]);
    }

    [Parallel]
    public static void EveryThird(byte[] y)
    {
        for (int i = 3; i < y.Length; i += 3)
            y[i] = (byte)(y[i - 3] * 7 + y[i - 1]);
    }

    [Parallel]
    public static void Both(float[] a, float[] b, float[] c)
    {
        for (int i = 1; i < c.Length; i++)
        {
            a[i] = b[i - 1] + c[i];
            b[i] = a[i] * 0.5f + a[i - 1];
        }
    }

    [Parallel]
    public static void OnSomePaths(int[] y, int[] x)
    {
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] > 0)
                y[i] = y[i - 1] * 3 + x[i];
            else if (y[i] < 0)
                y[i] -= y[i - 1];
        }
    }

    [Parallel]
    public static void Twice(long[] y, long[] x)
    {
        for (int i = 1; i < x.Length; i++)
        {
            y[i] = x[i];
            y[i] = y[i] * y[i - 1] + y[i];
        }
    }

    [Parallel]
    public static void OverSpans(Span<int> y, ReadOnlySpan<int> x)
    {
        for (int i = 1; i < x.Length; i++)
            y[i] = y[i - 1] * 3 + x[i];
    }

    [Parallel]
    public static void TwoSpans(Span<int> a, Span<int> b)
    {
        for (int i = 1; i < b.Length; i++)
        {
            a[i] = a[i - 1] * 3 + b[i];
            b[i] = a[i] ^ b[i - 1];
        }
    }

    [Parallel]
    public static void Rows(float[,] y, float[,] x)
    {
        for (int j = 1; j < y.GetLength(0); j++)
        {
            for (int i = 1; i < y.GetLength(1); i++)
                y[j, i] = y[j, i - 1] * y[j, i - 1] + x[j, i];
        }
    }

    [Parallel]
    public static void Sweep(double[,] y)
    {
        for (int j = 1; j < y.GetLength(0); j++)
        {
            for (int i = 1; i < y.GetLength(1); i++)
                y[j, i] = (y[j, i - 1] + y[j - 1, i]) / 1.9;
        }
    }

    [Parallel]
    public static void ThroughLocals(int[] y, int[] x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int before = i - 1;
            if (before < 0)
                continue;
            int last = y[before];
            y[before + 1] = last * 7 + x[i];
        }
    }

    [Parallel]
    public static void Split(float[] a, float[] b, float[] c)
    {
        for (int i = 1; i < c.Length; i++)
        {
            a[i] += c[i] * c[i];
            b[i] = b[i - 1] * a[i] + c[i];
        }
    }

    [Parallel]
    public static void ByLong(int[] y, long end)
    {
        for (long i = 1; i <= end; i++)
            y[i] += y[i - 1] * 9;
    }
}
