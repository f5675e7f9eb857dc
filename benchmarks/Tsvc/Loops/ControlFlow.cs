namespace AutoParallel.Benchmarks.Tsvc.Loops;

/// <summary>Branches of all kinds in the body.</summary>
internal static class ControlFlow
{
    public static IReadOnlyList<Entry> Entries { get; } =
    [
        Entry.Of(S161, w => S161(w.A, w.B, w.C, w.D, w.E, w.N)),
        Entry.Of(S1161, w => S1161(w.A, w.B, w.C, w.D, w.E, w.N)),
        Entry.Of(S162, w => S162(w.A, w.B, w.C, w.N, w.Step)),
        Entry.Of(S271, w => S271(w.A, w.B, w.C, w.N)),
        Entry.Of(S272, w => S272(w.A, w.B, w.C, w.D, w.E, w.T, w.N)),
        Entry.Of(S273, w => S273(w.A, w.B, w.C, w.D, w.E, w.N)),
        Entry.Of(S274, w => S274(w.A, w.B, w.C, w.D, w.E, w.N)),
        Entry.Of(S275, w => S275(w.AA, w.BB, w.CC, w.M)),
        Entry.Of(S2275, w => S2275(w.A, w.B, w.C, w.D, w.AA, w.BB, w.CC, w.M)),
        Entry.Of(S276, w => S276(w.A, w.B, w.C, w.D, w.N, w.Half)),
        Entry.Of(S277, w => S277(w.A, w.B, w.C, w.D, w.E, w.N)),
        Entry.Of(S278, w => S278(w.A, w.B, w.C, w.D, w.E, w.N)),
        Entry.Of(S279, w => S279(w.A, w.B, w.C, w.D, w.E, w.N)),
        Entry.Of(S1279, w => S1279(w.A, w.B, w.C, w.D, w.E, w.N)),
        Entry.Of(S2710, w => S2710(w.A, w.B, w.C, w.D, w.E, w.S, w.N)),
        Entry.Of(S2711, w => S2711(w.A, w.B, w.C, w.N)),
        Entry.Of(S2712, w => S2712(w.A, w.B, w.C, w.N)),
        Entry.Of(S441, w => S441(w.A, w.B, w.C, w.D, w.N)),
        Entry.Of(S442, w => S442(w.A, w.B, w.C, w.D, w.E, w.Cases, w.N)),
        Entry.Of(S443, w => S443(w.A, w.B, w.C, w.D, w.N)),
        Entry.Of(S481, w => S481(w.A, w.B, w.C, w.Positive, w.N)),
        Entry.Of(S482, w => S482(w.A, w.B, w.C, w.N)),
    ];

    [Parallel]
    public static void S161(float[] a, float[] b, float[] c, float[] d, float[] e, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            if (b[i] < 0)
                c[i + 1] = a[i] + d[i] * d[i];
            else
                a[i] = c[i] + d[i] * e[i];
        }
    }

    [Parallel]
    public static void S1161(float[] a, float[] b, float[] c, float[] d, float[] e, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            if (c[i] < 0)
                b[i] = a[i] + d[i] * d[i];
            else
                a[i] = c[i] + d[i] * e[i];
        }
    }

    [Parallel]
    public static void S162(float[] a, float[] b, float[] c, int n, int step)
    {
        if (step > 0)
        {
            for (int i = 0; i < n - step; i++)
                a[i] = a[i + step] + b[i] * c[i];
        }
    }

    [Parallel]
    public static void S271(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (b[i] > 0)
                a[i] += b[i] * c[i];
        }
    }

    [Parallel]
    public static void S272(float[] a, float[] b, float[] c, float[] d, float[] e, float t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (e[i] >= t)
            {
                a[i] += c[i] * d[i];
                b[i] += c[i] * c[i];
            }
        }
    }

    [Parallel]
    public static void S273(float[] a, float[] b, float[] c, float[] d, float[] e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] += d[i] * e[i];
            if (a[i] < 0)
                b[i] += d[i] * e[i];
            c[i] += a[i] * d[i];
        }
    }

    [Parallel]
    public static void S274(float[] a, float[] b, float[] c, float[] d, float[] e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = c[i] + e[i] * d[i];
            if (a[i] > 0)
                b[i] = a[i] + b[i];
            else
                a[i] = d[i] * e[i];
        }
    }

    [Parallel]
    public static void S275(float[,] aa, float[,] bb, float[,] cc, int m)
    {
        for (int i = 0; i < m; i++)
        {
            if (aa[0, i] > 0)
            {
                for (int j = 1; j < m; j++)
                    aa[j, i] = aa[j - 1, i] + bb[j, i] * cc[j, i];
            }
        }
    }

    [Parallel]
    public static void S2275(float[] a, float[] b, float[] c, float[] d, float[,] aa, float[,] bb, float[,] cc, int m)
    {
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < m; j++)
                aa[j, i] += bb[j, i] * cc[j, i];
            a[i] = b[i] + c[i] * d[i];
        }
    }

    [Parallel]
    public static void S276(float[] a, float[] b, float[] c, float[] d, int n, int half)
    {
        for (int i = 0; i < n; i++)
        {
            if (i + 1 < half)
                a[i] += b[i] * c[i];
            else
                a[i] += b[i] * d[i];
        }
    }

    [Parallel]
    public static void S277(float[] a, float[] b, float[] c, float[] d, float[] e, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            if (a[i] < 0)
            {
                if (b[i] < 0)
                    a[i] += c[i] * d[i];
                b[i + 1] = c[i] + d[i] * e[i];
            }
        }
    }

    [Parallel]
    public static void S278(float[] a, float[] b, float[] c, float[] d, float[] e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 0)
                c[i] = -c[i] + d[i] * e[i];
            else
                b[i] = -b[i] + d[i] * e[i];
            a[i] = b[i] + c[i] * d[i];
        }
    }

    [Parallel]
    public static void S279(float[] a, float[] b, float[] c, float[] d, float[] e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 0)
            {
                c[i] = -c[i] + e[i] * e[i];
            }
            else
            {
                b[i] = -b[i] + d[i] * d[i];
                if (b[i] <= a[i])
                    c[i] += d[i] * e[i];
            }

            a[i] = b[i] + c[i] * d[i];
        }
    }

    [Parallel]
    public static void S1279(float[] a, float[] b, float[] c, float[] d, float[] e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] < 0)
            {
                if (b[i] > a[i])
                    c[i] += d[i] * e[i];
            }
        }
    }

    [Parallel]
    public static void S2710(float[] a, float[] b, float[] c, float[] d, float[] e, float s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > b[i])
            {
                a[i] += b[i] * d[i];
                if (n > 10)
                    c[i] += d[i] * d[i];
                else
                    c[i] = d[i] * e[i] + 1;
            }
            else
            {
                b[i] = a[i] + e[i] * e[i];
                if (s > 0)
                    c[i] = a[i] + d[i] * d[i];
                else
                    c[i] += e[i] * e[i];
            }
        }
    }

    [Parallel]
    public static void S2711(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (b[i] != 0)
                a[i] += b[i] * c[i];
        }
    }

    [Parallel]
    public static void S2712(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > b[i])
                a[i] += b[i] * c[i];
        }
    }

    [Parallel]
    public static void S441(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (d[i] < 0)
                a[i] += b[i] * c[i];
            else if (d[i] == 0)
                a[i] += b[i] * b[i];
            else
                a[i] += c[i] * c[i];
        }
    }

    [Parallel]
    public static void S442(float[] a, float[] b, float[] c, float[] d, float[] e, int[] cases, int n)
    {
        for (int i = 0; i < n; i++)
        {
            switch (cases[i])
            {
                case 1:
                    a[i] += b[i] * b[i];
                    break;
                case 2:
                    a[i] += c[i] * c[i];
                    break;
                case 3:
                    a[i] += d[i] * d[i];
                    break;
                case 4:
                    a[i] += e[i] * e[i];
                    break;
            }
        }
    }

    [Parallel]
    public static void S443(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (d[i] <= 0)
                a[i] += b[i] * c[i];
            else
                a[i] += b[i] * b[i];
        }
    }

    [Parallel]
    public static void S481(float[] a, float[] b, float[] c, float[] positive, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (positive[i] < 0)
                Environment.Exit(1);
            a[i] += b[i] * c[i];
        }
    }

    [Parallel]
    public static void S482(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] += b[i] * c[i];
            if (c[i] > b[i])
                break;
        }
    }
}
