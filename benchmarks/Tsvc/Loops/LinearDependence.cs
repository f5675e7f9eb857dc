namespace AutoParallel.Benchmarks.Tsvc.Loops;

/// <summary>Subscripts that are linear in the indices.</summary>
internal static class LinearDependence
{
    public static IReadOnlyList<Entry> Entries { get; } =
    [
        Entry.Of(S000, w => S000(w.A, w.B, w.N)),
        Entry.Of(S111, w => S111(w.A, w.B, w.N)),
        Entry.Of(S1111, w => S1111(w.A, w.B, w.C, w.D, w.N)),
        Entry.Of(S112, w => S112(w.A, w.B, w.N)),
        Entry.Of(S1112, w => S1112(w.A, w.B, w.N)),
        Entry.Of(S113, w => S113(w.A, w.B, w.N)),
        Entry.Of(S1113, w => S1113(w.A, w.B, w.N)),
        Entry.Of(S114, w => S114(w.AA, w.BB, w.M)),
        Entry.Of(S115, w => S115(w.A, w.AA, w.M)),
        Entry.Of(S1115, w => S1115(w.AA, w.BB, w.CC, w.M)),
        Entry.Of(S116, w => S116(w.A, w.N)),
        Entry.Of(S118, w => S118(w.A, w.BB, w.M)).Rounding(),
        Entry.Of(S119, w => S119(w.AA, w.BB, w.M)),
        Entry.Of(S1119, w => S1119(w.AA, w.BB, w.M)),
    ];

    [Parallel]
    public static void S000(float[] a, float[] b, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = b[i] + 1;
    }

    [Parallel]
    public static void S111(float[] a, float[] b, int n)
    {
        for (int i = 1; i < n; i += 2)
            a[i] = a[i - 1] + b[i];
    }

    [Parallel]
    public static void S1111(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 0; i < n / 2; i++)
            a[2 * i] = c[i] * b[i] + d[i] * b[i] + c[i] * c[i] + d[i] * b[i] + d[i] * c[i];
    }

    [Parallel]
    public static void S112(float[] a, float[] b, int n)
    {
        for (int i = n - 2; i >= 0; i--)
            a[i + 1] = a[i] + b[i];
    }

    [Parallel]
    public static void S1112(float[] a, float[] b, int n)
    {
        for (int i = n - 1; i >= 0; i--)
            a[i] = b[i] + 1;
    }

    [Parallel]
    public static void S113(float[] a, float[] b, int n)
    {
        for (int i = 1; i < n; i++)
            a[i] = a[0] + b[i];
    }

    [Parallel]
    public static void S1113(float[] a, float[] b, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = a[n / 2] + b[i];
    }

    [Parallel]
    public static void S114(float[,] aa, float[,] bb, int m)
    {
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < i; j++)
                aa[i, j] = aa[j, i] + bb[i, j];
        }
    }

    [Parallel]
    public static void S115(float[] a, float[,] aa, int m)
    {
        for (int j = 0; j < m; j++)
        {
            for (int i = j + 1; i < m; i++)
                a[i] -= aa[j, i] * a[j];
        }
    }

    [Parallel]
    public static void S1115(float[,] aa, float[,] bb, float[,] cc, int m)
    {
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < m; j++)
                aa[i, j] = aa[i, j] * cc[j, i] + bb[i, j];
        }
    }

    [Parallel]
    public static void S116(float[] a, int n)
    {
        for (int i = 0; i < n - 5; i += 5)
        {
            a[i] = a[i + 1] * a[i];
            a[i + 1] = a[i + 2] * a[i + 1];
            a[i + 2] = a[i + 3] * a[i + 2];
            a[i + 3] = a[i + 4] * a[i + 3];
            a[i + 4] = a[i + 5] * a[i + 4];
        }
    }

    [Parallel]
    public static void S118(float[] a, float[,] bb, int m)
    {
        for (int i = 1; i < m; i++)
        {
            for (int j = 0; j <= i - 1; j++)
                a[i] += bb[j, i] * a[i - j - 1];
        }
    }

    [Parallel]
    public static void S119(float[,] aa, float[,] bb, int m)
    {
        for (int i = 1; i < m; i++)
        {
            for (int j = 1; j < m; j++)
                aa[i, j] = aa[i - 1, j - 1] + bb[i, j];
        }
    }

    [Parallel]
    public static void S1119(float[,] aa, float[,] bb, int m)
    {
        for (int i = 1; i < m; i++)
        {
            for (int j = 0; j < m; j++)
                aa[i, j] = aa[i - 1, j] + bb[i, j];
        }
    }
}
