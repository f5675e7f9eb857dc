namespace AutoParallel.Benchmarks.Tsvc.Loops;

/// <summary>Facts from outside of the loop: global data flow, non-linear subscripts, calls, symbols.</summary>
internal static class DataFlow
{
    public static IReadOnlyList<Entry> Entries { get; } =
    [
        Entry.Of(S131, w => S131(w.A, w.B, w.N)),
        Entry.Of(S132, w => S132(w.AA, w.B, w.C, w.M)),
        Entry.Of(S141, w => S141(w.Flat, w.BB, w.M)),
        Entry.Of(S151, w => S151(w.A, w.B, w.N)),
        Entry.Of(S152, w => S152(w.A, w.B, w.C, w.D, w.E, w.N)),
        Entry.Of(S171, w => S171(w.A, w.B, w.Half, w.Step)),
        Entry.Of(S172, w => S172(w.A, w.B, w.N, w.First, w.Step)),
        Entry.Of(S173, w => S173(w.A, w.B, w.N)),
        Entry.Of(S174, w => S174(w.A, w.B, w.Half)),
        Entry.Of(S175, w => S175(w.A, w.B, w.N, w.Step)),
        Entry.Of(S176, w => S176(w.A, w.B, w.C, w.N)).Rounding(),
    ];

    [Parallel]
    public static void S131(float[] a, float[] b, int n)
    {
        int shift = 1;
        for (int i = 0; i < n - 1; i++)
            a[i] = a[i + shift] + b[i];
    }

    [Parallel]
    public static void S132(float[,] aa, float[] b, float[] c, int m)
    {
        int j = 0;
        int k = j + 1;
        for (int i = 1; i < m; i++)
            aa[j, i] = aa[k, i - 1] + b[i] * c[1];
    }

    [Parallel]
    public static void S141(float[] flat, float[,] bb, int m)
    {
        for (int i = 0; i < m; i++)
        {
            int k = (i + 1) * i / 2 + i;
            for (int j = i; j < m; j++)
            {
                flat[k] += bb[j, i];
                k += j + 1;
            }
        }
    }

    [Parallel]
    public static void S151(float[] a, float[] b, int n) => ShiftedSum(a, b, n, 1);

    [Parallel]
    public static void S152(float[] a, float[] b, float[] c, float[] d, float[] e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = d[i] * e[i];
            AddProduct(a, b, c, i);
        }
    }

    [Parallel]
    public static void S171(float[] a, float[] b, int half, int step)
    {
        for (int i = 0; i < half; i++)
            a[i * step] += b[i];
    }

    [Parallel]
    public static void S172(float[] a, float[] b, int n, int first, int step)
    {
        for (int i = first - 1; i < n; i += step)
            a[i] += b[i];
    }

    [Parallel]
    public static void S173(float[] a, float[] b, int n)
    {
        int k = n / 2;
        for (int i = 0; i < n / 2; i++)
            a[i + k] = a[i] + b[i];
    }

    [Parallel]
    public static void S174(float[] a, float[] b, int half)
    {
        for (int i = 0; i < half; i++)
            a[i + half] = a[i] + b[i];
    }

    [Parallel]
    public static void S175(float[] a, float[] b, int n, int step)
    {
        for (int i = 0; i < n - step; i += step)
            a[i] = a[i + step] + b[i];
    }

    [Parallel]
    public static void S176(float[] a, float[] b, float[] c, int n)
    {
        int half = n / 2;
        for (int j = 0; j < half; j++)
        {
            for (int i = 0; i < half; i++)
                a[i] += b[i + half - j - 1] * c[j];
        }
    }

    private static void ShiftedSum(float[] a, float[] b, int n, int shift)
    {
        for (int i = 0; i < n - 1; i++)
            a[i] = a[i + shift] + b[i];
    }

    private static void AddProduct(float[] a, float[] b, float[] c, int i) => a[i] += b[i] * c[i];
}
