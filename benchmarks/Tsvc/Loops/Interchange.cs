namespace AutoParallel.Benchmarks.Tsvc.Loops;

/// <summary>Nests of which just one loop, or another order of the loops, is parallel.</summary>
internal static class Interchange
{
    public static IReadOnlyList<Entry> Entries { get; } =
    [
        Entry.Of(S231, w => S231(w.AA, w.BB, w.M)),
        Entry.Of(S232, w => S232(w.AA, w.BB, w.M)),
        Entry.Of(S1232, w => S1232(w.AA, w.BB, w.CC, w.M)),
        Entry.Of(S233, w => S233(w.AA, w.BB, w.CC, w.M)),
        Entry.Of(S2233, w => S2233(w.AA, w.BB, w.CC, w.M)),
        Entry.Of(S235, w => S235(w.A, w.B, w.C, w.AA, w.BB, w.M)),
        Entry.Of(S2101, w => S2101(w.AA, w.BB, w.CC, w.M)),
        Entry.Of(S2102, w => S2102(w.AA, w.M)),
        Entry.Of(S2111, w => S2111(w.AA, w.M)),
    ];

    [Parallel]
    public static void S231(float[,] aa, float[,] bb, int m)
    {
        for (int i = 0; i < m; i++)
        {
            for (int j = 1; j < m; j++)
                aa[j, i] = aa[j - 1, i] + bb[j, i];
        }
    }

    [Parallel]
    public static void S232(float[,] aa, float[,] bb, int m)
    {
        for (int j = 1; j < m; j++)
        {
            for (int i = 1; i <= j; i++)
                aa[j, i] = aa[j, i - 1] * aa[j, i - 1] + bb[j, i];
        }
    }

    [Parallel]
    public static void S1232(float[,] aa, float[,] bb, float[,] cc, int m)
    {
        for (int j = 0; j < m; j++)
        {
            for (int i = j; i < m; i++)
                aa[i, j] = bb[i, j] + cc[i, j];
        }
    }

    [Parallel]
    public static void S233(float[,] aa, float[,] bb, float[,] cc, int m)
    {
        for (int i = 1; i < m; i++)
        {
            for (int j = 1; j < m; j++)
                aa[j, i] = aa[j - 1, i] + cc[j, i];
            for (int j = 1; j < m; j++)
                bb[j, i] = bb[j, i - 1] + cc[j, i];
        }
    }

    [Parallel]
    public static void S2233(float[,] aa, float[,] bb, float[,] cc, int m)
    {
        for (int i = 1; i < m; i++)
        {
            for (int j = 1; j < m; j++)
                aa[j, i] = aa[j - 1, i] + cc[j, i];
            for (int j = 1; j < m; j++)
                bb[i, j] = bb[i - 1, j] + cc[i, j];
        }
    }

    [Parallel]
    public static void S235(float[] a, float[] b, float[] c, float[,] aa, float[,] bb, int m)
    {
        for (int i = 0; i < m; i++)
        {
            a[i] += b[i] * c[i];
            for (int j = 1; j < m; j++)
                aa[j, i] = aa[j - 1, i] + bb[j, i] * a[i];
        }
    }

    [Parallel]
    public static void S2101(float[,] aa, float[,] bb, float[,] cc, int m)
    {
        for (int i = 0; i < m; i++)
            aa[i, i] += bb[i, i] * cc[i, i];
    }

    [Parallel]
    public static void S2102(float[,] aa, int m)
    {
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < m; j++)
                aa[j, i] = 0;
            aa[i, i] = 1;
        }
    }

    [Parallel]
    public static void S2111(float[,] aa, int m)
    {
        for (int j = 1; j < m; j++)
        {
            for (int i = 1; i < m; i++)
                aa[j, i] = (aa[j, i - 1] + aa[j - 1, i]) / 1.9f;
        }
    }
}
