namespace AutoParallel.Benchmarks.Tsvc.Loops;

/// <summary>Unrolled loops, two names for one buffer, functions and calls.</summary>
internal static class Idioms
{
    public static IReadOnlyList<Entry> Entries { get; } =
    [
        Entry.Of(S351, w => S351(w.A, w.B, w.S, w.N)),
        Entry.Of(S1351, w => S1351(w.A, w.B, w.C, w.N)),
        Entry.Of(S352, w => S352(w.A, w.B, w.N)).Rounding(),
        Entry.Of(S353, w => S353(w.A, w.B, w.Permutation, w.S, w.N)),
        Entry.Of(S421, w => S421(w.Flat, w.A, w.N)),
        Entry.Of(S1421, w => S1421(w.A, w.B, w.N)),
        Entry.Of(S422, w => S422(w.Flat, w.A, w.N)),
        Entry.Of(S423, w => S423(w.Flat, w.A, w.N)),
        Entry.Of(S424, w => S424(w.Flat, w.A, w.N)),
        Entry.Of(S431, w => S431(w.A, w.B, w.N)),
        Entry.Of(S451, w => S451(w.A, w.B, w.C, w.N)).Rounding(),
        Entry.Of(S452, w => S452(w.A, w.B, w.C, w.N)),
        Entry.Of(S453, w => S453(w.A, w.B, w.N)),
        Entry.Of(S471, w => S471(w.A, w.B, w.C, w.D, w.E, w.N)),
        Entry.Of(S4121, w => S4121(w.A, w.B, w.C, w.N)),
    ];

    [Parallel]
    public static void S351(float[] a, float[] b, float s, int n)
    {
        for (int i = 0; i < n - 4; i += 5)
        {
            a[i] += s * b[i];
            a[i + 1] += s * b[i + 1];
            a[i + 2] += s * b[i + 2];
            a[i + 3] += s * b[i + 3];
            a[i + 4] += s * b[i + 4];
        }
    }

    [Parallel]
    public static void S1351(float[] a, float[] b, float[] c, int n)
    {
        int p = 0;
        int q = 0;
        int r = 0;
        for (int i = 0; i < n; i++)
            a[p++] = b[q++] + c[r++];
    }

    [Parallel]
    public static float S352(float[] a, float[] b, int n)
    {
        float dot = 0;
        for (int i = 0; i < n - 4; i += 5)
        {
            dot = dot + a[i] * b[i] + a[i + 1] * b[i + 1] + a[i + 2] * b[i + 2]
                + a[i + 3] * b[i + 3] + a[i + 4] * b[i + 4];
        }

        return dot;
    }

    [Parallel]
    public static void S353(float[] a, float[] b, int[] permutation, float s, int n)
    {
        for (int i = 0; i < n - 4; i += 5)
        {
            a[i] += s * b[permutation[i]];
            a[i + 1] += s * b[permutation[i + 1]];
            a[i + 2] += s * b[permutation[i + 2]];
            a[i + 3] += s * b[permutation[i + 3]];
            a[i + 4] += s * b[permutation[i + 4]];
        }
    }

    [Parallel]
    public static void S421(float[] flat, float[] a, int n)
    {
        float[] x = flat;
        float[] y = x;
        for (int i = 0; i < n - 1; i++)
            x[i] = y[i + 1] + a[i];
    }

    [Parallel]
    public static void S1421(float[] a, float[] b, int n)
    {
        for (int i = 0; i < n / 2; i++)
            b[i] = b[i + n / 2] + a[i];
    }

    [Parallel]
    public static void S422(float[] flat, float[] a, int n)
    {
        float[] x = flat;
        for (int i = 0; i < n - 8; i++)
            x[i + 4] = flat[i + 8] + a[i];
    }

    [Parallel]
    public static void S423(float[] flat, float[] a, int n)
    {
        float[] x = flat;
        for (int i = 0; i < n - 64; i++)
            flat[i + 1] = x[i + 64] + a[i];
    }

    [Parallel]
    public static void S424(float[] flat, float[] a, int n)
    {
        float[] x = flat;
        for (int i = 0; i < n - 64; i++)
            x[i + 64] = flat[i] + a[i];
    }

    [Parallel]
    public static void S431(float[] a, float[] b, int n)
    {
        const int First = 1;
        const int Second = 2;
        int k = (2 * First) - Second;
        for (int i = 0; i < n; i++)
            a[i] = a[i + k] + b[i];
    }

    [Parallel]
    public static void S451(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = MathF.Sin(b[i]) + MathF.Cos(c[i]);
    }

    [Parallel]
    public static void S452(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = b[i] + c[i] * (i + 1);
    }

    [Parallel]
    public static void S453(float[] a, float[] b, int n)
    {
        float s = 0;
        for (int i = 0; i < n; i++)
        {
            s += 2;
            a[i] = s * b[i];
        }
    }

    [Parallel]
    public static void S471(float[] a, float[] b, float[] c, float[] d, float[] e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = b[i] + d[i] * d[i];
            Nothing();
            b[i] = c[i] + d[i] * e[i];
        }
    }

    [Parallel]
    public static void S4121(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] += Product(b[i], c[i]);
    }

    private static int Nothing() => 0;

    private static float Product(float x, float y) => x * y;
}
