namespace AutoParallel.Benchmarks.Tsvc.Loops;

/// <summary>Scalars and arrays that each iteration could have for its own, wrap-around variables, ranges to split or peel.</summary>
internal static class Expansion
{
    public static IReadOnlyList<Entry> Entries { get; } =
    [
        Entry.Of(S251, w => S251(w.A, w.B, w.C, w.D, w.N)),
        Entry.Of(S1251, w => S1251(w.A, w.B, w.C, w.D, w.E, w.N)),
        Entry.Of(S2251, w => S2251(w.A, w.B, w.C, w.D, w.E, w.N)),
        Entry.Of(S3251, w => S3251(w.A, w.B, w.C, w.D, w.E, w.N)),
        Entry.Of(S252, w => S252(w.A, w.B, w.C, w.N)),
        Entry.Of(S253, w => S253(w.A, w.B, w.C, w.D, w.N)),
        Entry.Of(S254, w => S254(w.A, w.B, w.N)),
        Entry.Of(S255, w => S255(w.A, w.B, w.N)),
        Entry.Of(S256, w => S256(w.A, w.D, w.AA, w.BB, w.M)),
        Entry.Of(S257, w => S257(w.A, w.AA, w.BB, w.M)),
        Entry.Of(S258, w => S258(w.A, w.B, w.C, w.D, w.E, w.AA, w.M)),
        Entry.Of(S261, w => S261(w.A, w.B, w.C, w.D, w.N)),
        Entry.Of(S281, w => S281(w.A, w.B, w.C, w.N)),
        Entry.Of(S1281, w => S1281(w.A, w.B, w.C, w.D, w.E, w.N)),
        Entry.Of(S291, w => S291(w.A, w.B, w.N)),
        Entry.Of(S292, w => S292(w.A, w.B, w.N)),
        Entry.Of(S293, w => S293(w.A, w.N)),
    ];

    [Parallel]
    public static void S251(float[] a, float[] b, float[] c, float[] d, int n)
    {
        float s;
        for (int i = 0; i < n; i++)
        {
            s = b[i] + c[i] * d[i];
            a[i] = s * s;
        }
    }

    [Parallel]
    public static void S1251(float[] a, float[] b, float[] c, float[] d, float[] e, int n)
    {
        float s;
        for (int i = 0; i < n; i++)
        {
            s = b[i] + c[i];
            b[i] = a[i] + d[i];
            a[i] = s * e[i];
        }
    }

    [Parallel]
    public static void S2251(float[] a, float[] b, float[] c, float[] d, float[] e, int n)
    {
        float s = 0;
        for (int i = 0; i < n; i++)
        {
            a[i] = s * e[i];
            s = b[i] + c[i];
            b[i] = a[i] + d[i];
        }
    }

    [Parallel]
    public static void S3251(float[] a, float[] b, float[] c, float[] d, float[] e, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            a[i + 1] = b[i] + c[i];
            b[i] = c[i] * e[i];
            d[i] = a[i] * e[i];
        }
    }

    [Parallel]
    public static void S252(float[] a, float[] b, float[] c, int n)
    {
        float t = 0;
        for (int i = 0; i < n; i++)
        {
            float s = b[i] * c[i];
            a[i] = s + t;
            t = s;
        }
    }

    [Parallel]
    public static void S253(float[] a, float[] b, float[] c, float[] d, int n)
    {
        float s;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > b[i])
            {
                s = a[i] - b[i] * d[i];
                c[i] += s;
                a[i] = s;
            }
        }
    }

    [Parallel]
    public static void S254(float[] a, float[] b, int n)
    {
        float x = b[n - 1];
        for (int i = 0; i < n; i++)
        {
            a[i] = (b[i] + x) * 0.5f;
            x = b[i];
        }
    }

    [Parallel]
    public static void S255(float[] a, float[] b, int n)
    {
        float x = b[n - 1];
        float y = b[n - 2];
        for (int i = 0; i < n; i++)
        {
            a[i] = (b[i] + x + y) * 0.333f;
            y = x;
            x = b[i];
        }
    }

    [Parallel]
    public static void S256(float[] a, float[] d, float[,] aa, float[,] bb, int m)
    {
        for (int i = 0; i < m; i++)
        {
            for (int j = 1; j < m; j++)
            {
                a[j] = 1 - a[j - 1];
                aa[j, i] = a[j] + bb[j, i] * d[j];
            }
        }
    }

    [Parallel]
    public static void S257(float[] a, float[,] aa, float[,] bb, int m)
    {
        for (int i = 1; i < m; i++)
        {
            for (int j = 0; j < m; j++)
            {
                a[i] = aa[j, i] - a[i - 1];
                aa[j, i] = a[i] + bb[j, i];
            }
        }
    }

    [Parallel]
    public static void S258(float[] a, float[] b, float[] c, float[] d, float[] e, float[,] aa, int m)
    {
        float s = 0;
        for (int i = 0; i < m; i++)
        {
            if (a[i] > 0)
                s = d[i] * d[i];
            b[i] = s * c[i] + d[i];
            e[i] = (s + 1) * aa[0, i];
        }
    }

    [Parallel]
    public static void S261(float[] a, float[] b, float[] c, float[] d, int n)
    {
        float t;
        for (int i = 1; i < n; i++)
        {
            t = a[i] + b[i];
            a[i] = t + c[i - 1];
            t = c[i] * d[i];
            c[i] = t;
        }
    }

    [Parallel]
    public static void S281(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            float x = a[n - 1 - i] + b[i] * c[i];
            a[i] = x - 1;
            b[i] = x;
        }
    }

    [Parallel]
    public static void S1281(float[] a, float[] b, float[] c, float[] d, float[] e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            float x = b[i] * c[i] + a[i] * d[i] + e[i];
            a[i] = x - 1;
            b[i] = x;
        }
    }

    [Parallel]
    public static void S291(float[] a, float[] b, int n)
    {
        int before = n - 1;
        for (int i = 0; i < n; i++)
        {
            a[i] = (b[i] + b[before]) * 0.5f;
            before = i;
        }
    }

    [Parallel]
    public static void S292(float[] a, float[] b, int n)
    {
        int before = n - 1;
        int secondBefore = n - 2;
        for (int i = 0; i < n; i++)
        {
            a[i] = (b[i] + b[before] + b[secondBefore]) * 0.333f;
            secondBefore = before;
            before = i;
        }
    }

    [Parallel]
    public static void S293(float[] a, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = a[0];
    }
}
