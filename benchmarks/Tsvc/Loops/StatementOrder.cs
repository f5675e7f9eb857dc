namespace AutoParallel.Benchmarks.Tsvc.Loops;

/// <summary>Loops that become parallel when statements change places or go to loops of their own.</summary>
internal static class StatementOrder
{
    public static IReadOnlyList<Entry> Entries { get; } =
    [
        Entry.Of(S211, w => S211(w.A, w.B, w.C, w.D, w.E, w.N)),
        Entry.Of(S212, w => S212(w.A, w.B, w.C, w.D, w.N)),
        Entry.Of(S1213, w => S1213(w.A, w.B, w.C, w.D, w.N)),
        Entry.Of(S221, w => S221(w.A, w.B, w.C, w.D, w.N)),
        Entry.Of(S1221, w => S1221(w.A, w.B, w.N)),
        Entry.Of(S222, w => S222(w.A, w.B, w.C, w.E, w.N)),
        Entry.Of(S241, w => S241(w.A, w.B, w.C, w.D, w.N)),
        Entry.Of(S242, w => S242(w.A, w.B, w.C, w.D, w.S, w.T, w.N)),
        Entry.Of(S243, w => S243(w.A, w.B, w.C, w.D, w.E, w.N)),
        Entry.Of(S244, w => S244(w.A, w.B, w.C, w.D, w.N)),
        Entry.Of(S1244, w => S1244(w.A, w.B, w.C, w.D, w.N)),
        Entry.Of(S2244, w => S2244(w.A, w.B, w.C, w.E, w.N)),
    ];

    [Parallel]
    public static void S211(float[] a, float[] b, float[] c, float[] d, float[] e, int n)
    {
        for (int i = 1; i < n - 1; i++)
        {
            a[i] = b[i - 1] + c[i] * d[i];
            b[i] = b[i + 1] - e[i] * d[i];
        }
    }

    [Parallel]
    public static void S212(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            a[i] *= c[i];
            b[i] += a[i + 1] * d[i];
        }
    }

    [Parallel]
    public static void S1213(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 1; i < n - 1; i++)
        {
            a[i] = b[i - 1] + c[i];
            b[i] = a[i + 1] * d[i];
        }
    }

    [Parallel]
    public static void S221(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] += c[i] * d[i];
            b[i] = b[i - 1] + a[i] + d[i];
        }
    }

    [Parallel]
    public static void S1221(float[] a, float[] b, int n)
    {
        for (int i = 4; i < n; i++)
            b[i] = b[i - 4] + a[i];
    }

    [Parallel]
    public static void S222(float[] a, float[] b, float[] c, float[] e, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] += b[i] * c[i];
            e[i] = e[i - 1] * e[i - 1];
            a[i] -= b[i] * c[i];
        }
    }

    [Parallel]
    public static void S241(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            a[i] = b[i] * c[i] * d[i];
            b[i] = a[i] * a[i + 1] * d[i];
        }
    }

    [Parallel]
    public static void S242(float[] a, float[] b, float[] c, float[] d, float s, float t, int n)
    {
        for (int i = 1; i < n; i++)
            a[i] = a[i - 1] + s + t + b[i] + c[i] + d[i];
    }

    [Parallel]
    public static void S243(float[] a, float[] b, float[] c, float[] d, float[] e, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            a[i] = b[i] + c[i] * d[i];
            b[i] = a[i] + d[i] * e[i];
            a[i] = b[i] + a[i + 1] * d[i];
        }
    }

    [Parallel]
    public static void S244(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            a[i] = b[i] + c[i] * d[i];
            b[i] = c[i] + b[i];
            a[i + 1] = b[i] + a[i + 1] * d[i];
        }
    }

    [Parallel]
    public static void S1244(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            a[i] = b[i] + c[i] * c[i] + b[i] * b[i] + c[i];
            d[i] = a[i] + a[i + 1];
        }
    }

    [Parallel]
    public static void S2244(float[] a, float[] b, float[] c, float[] e, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            a[i + 1] = b[i] + e[i];
            a[i] = b[i] + c[i];
        }
    }
}
