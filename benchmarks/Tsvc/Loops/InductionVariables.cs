namespace AutoParallel.Benchmarks.Tsvc.Loops;

/// <summary>Variables that each iteration moves on.</summary>
internal static class InductionVariables
{
    public static IReadOnlyList<Entry> Entries { get; } =
    [
        Entry.Of(S121, w => S121(w.A, w.B, w.N)),
        Entry.Of(S122, w => S122(w.A, w.B, w.N, w.First, w.Step)),
        Entry.Of(S123, w => S123(w.A, w.B, w.C, w.D, w.E, w.N)),
        Entry.Of(S124, w => S124(w.A, w.B, w.C, w.D, w.E, w.N)),
        Entry.Of(S125, w => S125(w.Flat, w.AA, w.BB, w.CC, w.M)),
        Entry.Of(S126, w => S126(w.Flat, w.BB, w.CC, w.M)),
        Entry.Of(S127, w => S127(w.A, w.B, w.C, w.D, w.E, w.N)),
        Entry.Of(S128, w => S128(w.A, w.B, w.C, w.D, w.N)),
    ];

    [Parallel]
    public static void S121(float[] a, float[] b, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            int j = i + 1;
            a[i] = a[j] + b[i];
        }
    }

    [Parallel]
    public static void S122(float[] a, float[] b, int n, int first, int step)
    {
        int j = 1;
        int k = 0;
        for (int i = first - 1; i < n; i += step)
        {
            k += j;
            a[i] += b[n - k];
        }
    }

    [Parallel]
    public static void S123(float[] a, float[] b, float[] c, float[] d, float[] e, int n)
    {
        int j = -1;
        for (int i = 0; i < n / 2; i++)
        {
            j++;
            a[j] = b[i] + d[i] * e[i];
            if (c[i] > 0)
            {
                j++;
                a[j] = c[i] + d[i] * e[i];
            }
        }
    }

    [Parallel]
    public static void S124(float[] a, float[] b, float[] c, float[] d, float[] e, int n)
    {
        int j = -1;
        for (int i = 0; i < n; i++)
        {
            if (b[i] > 0)
            {
                j++;
                a[j] = b[i] + d[i] * e[i];
            }
            else
            {
                j++;
                a[j] = c[i] + d[i] * e[i];
            }
        }
    }

    [Parallel]
    public static void S125(float[] flat, float[,] aa, float[,] bb, float[,] cc, int m)
    {
        int k = -1;
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < m; j++)
            {
                k++;
                flat[k] = aa[i, j] + bb[i, j] * cc[i, j];
            }
        }
    }

    [Parallel]
    public static void S126(float[] flat, float[,] bb, float[,] cc, int m)
    {
        int k = 1;
        for (int i = 0; i < m; i++)
        {
            for (int j = 1; j < m; j++)
            {
                bb[j, i] = bb[j - 1, i] + flat[k - 1] * cc[j, i];
                k++;
            }

            k++;
        }
    }

    [Parallel]
    public static void S127(float[] a, float[] b, float[] c, float[] d, float[] e, int n)
    {
        int j = -1;
        for (int i = 0; i < n / 2; i++)
        {
            j++;
            a[j] = b[i] + c[i] * d[i];
            j++;
            a[j] = b[i] + d[i] * e[i];
        }
    }

    [Parallel]
    public static void S128(float[] a, float[] b, float[] c, float[] d, int n)
    {
        int j = -1;
        for (int i = 0; i < n / 2; i++)
        {
            int k = j + 1;
            a[i] = b[k] - d[i];
            j = k + 1;
            b[k] = a[i] + c[k];
        }
    }
}
