namespace AutoParallel.Benchmarks.Tsvc.Loops;

/// <summary>Subscripts that are read from memory.</summary>
internal static class IndirectAddressing
{
    public static IReadOnlyList<Entry> Entries { get; } =
    [
        Entry.Of(S491, w => S491(w.A, w.B, w.C, w.D, w.Permutation, w.N)),
        Entry.Of(S4112, w => S4112(w.A, w.B, w.Permutation, w.S, w.N)),
        Entry.Of(S4113, w => S4113(w.A, w.B, w.C, w.Permutation, w.N)),
        Entry.Of(S4114, w => S4114(w.A, w.B, w.C, w.D, w.Permutation, w.N)),
        Entry.Of(S4115, w => S4115(w.A, w.B, w.Permutation, w.N)).Rounding(),
        Entry.Of(S4116, w => S4116(w.A, w.AA, w.Columns, w.M, w.First, w.Row)).Rounding(),
        Entry.Of(S4117, w => S4117(w.A, w.B, w.C, w.D, w.N)),
        Entry.Of(Vag, w => Vag(w.A, w.B, w.Permutation, w.N)),
        Entry.Of(Vas, w => Vas(w.A, w.B, w.Permutation, w.N)),
    ];

    [Parallel]
    public static void S491(float[] a, float[] b, float[] c, float[] d, int[] permutation, int n)
    {
        for (int i = 0; i < n; i++)
            a[permutation[i]] = b[i] + c[i] * d[i];
    }

    [Parallel]
    public static void S4112(float[] a, float[] b, int[] permutation, float s, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] += b[permutation[i]] * s;
    }

    [Parallel]
    public static void S4113(float[] a, float[] b, float[] c, int[] permutation, int n)
    {
        for (int i = 0; i < n; i++)
            a[permutation[i]] = b[permutation[i]] + c[i];
    }

    [Parallel]
    public static void S4114(float[] a, float[] b, float[] c, float[] d, int[] permutation, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int k = permutation[i];
            a[i] = b[i] + c[n - k - 1] * d[i];
        }
    }

    [Parallel]
    public static float S4115(float[] a, float[] b, int[] permutation, int n)
    {
        float sum = 0;
        for (int i = 0; i < n; i++)
            sum += a[i] * b[permutation[i]];
        return sum;
    }

    [Parallel]
    public static float S4116(float[] a, float[,] aa, int[] columns, int m, int first, int row)
    {
        float sum = 0;
        for (int i = 0; i < m - 1; i++)
        {
            int place = first + i;
            sum += a[place] * aa[row - 1, columns[i]];
        }

        return sum;
    }

    [Parallel]
    public static void S4117(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = b[i] + c[i / 2] * d[i];
    }

    [Parallel]
    public static void Vag(float[] a, float[] b, int[] permutation, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = b[permutation[i]];
    }

    [Parallel]
    public static void Vas(float[] a, float[] b, int[] permutation, int n)
    {
        for (int i = 0; i < n; i++)
            a[permutation[i]] = b[i];
    }
}
