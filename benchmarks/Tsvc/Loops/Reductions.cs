namespace AutoParallel.Benchmarks.Tsvc.Loops;

/// <summary>Reductions, recurrences, searches and packing.</summary>
internal static class Reductions
{
    public static IReadOnlyList<Entry> Entries { get; } =
    [
        Entry.Of(S311, w => S311(w.A, w.N)).Rounding(),
        Entry.Of(S31111, w => S31111(w.A)).Rounding(),
        Entry.Of(S312, w => S312(w.Positive, w.N)).Rounding(),
        Entry.Of(S313, w => S313(w.A, w.B, w.N)).Rounding(),
        Entry.Of(S314, w => S314(w.A, w.N)),
        Entry.Of(S315, w => S315(w.A, w.N)),
        Entry.Of(S316, w => S316(w.A, w.N)),
        Entry.Of(S317, w => S317(w.N)).Rounding(),
        Entry.Of(S318, w => S318(w.A, w.Half, w.Step)),
        Entry.Of(S319, w => S319(w.A, w.B, w.C, w.D, w.E, w.N)).Rounding(),
        Entry.Of(S3110, w => S3110(w.AA, w.M)),
        Entry.Of(S13110, w => S13110(w.AA, w.M)),
        Entry.Of(S3111, w => S3111(w.A, w.N)).Rounding(),
        Entry.Of(S3112, w => S3112(w.A, w.B, w.N)),
        Entry.Of(S3113, w => S3113(w.A, w.N)),
        Entry.Of(S321, w => S321(w.A, w.B, w.N)),
        Entry.Of(S322, w => S322(w.A, w.B, w.C, w.N)),
        Entry.Of(S323, w => S323(w.A, w.B, w.C, w.D, w.E, w.N)),
        Entry.Of(S331, w => S331(w.A, w.N)),
        Entry.Of(S332, w => S332(w.A, w.Threshold, w.N)),
        Entry.Of(S341, w => S341(w.A, w.B, w.N)),
        Entry.Of(S342, w => S342(w.A, w.B, w.N)),
        Entry.Of(S343, w => S343(w.Flat, w.AA, w.BB, w.M)),
        Entry.Of(VSumR, w => VSumR(w.A, w.N)).Rounding(),
        Entry.Of(VDotR, w => VDotR(w.A, w.B, w.N)).Rounding(),
    ];

    [Parallel]
    public static float S311(float[] a, int n)
    {
        float sum = 0;
        for (int i = 0; i < n; i++)
            sum += a[i];
        return sum;
    }

    [Parallel]
    public static float S31111(float[] a)
    {
        float sum = 0;
        for (int i = 0; i < 32; i += 4)
            sum += SumOfFour(a, i);
        return sum;
    }

    [Parallel]
    public static float S312(float[] positive, int n)
    {
        float product = 1;
        for (int i = 0; i < n; i++)
            product *= positive[i];
        return product;
    }

    [Parallel]
    public static float S313(float[] a, float[] b, int n)
    {
        float dot = 0;
        for (int i = 0; i < n; i++)
            dot += a[i] * b[i];
        return dot;
    }

    [Parallel]
    public static float S314(float[] a, int n)
    {
        float x = a[0];
        for (int i = 0; i < n; i++)
        {
            if (a[i] > x)
                x = a[i];
        }

        return x;
    }

    [Parallel]
    public static (float Value, int Index) S315(float[] a, int n)
    {
        float x = a[0];
        int index = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > x)
            {
                x = a[i];
                index = i;
            }
        }

        return (x, index);
    }

    [Parallel]
    public static float S316(float[] a, int n)
    {
        float x = a[0];
        for (int i = 1; i < n; i++)
        {
            if (a[i] < x)
                x = a[i];
        }

        return x;
    }

    [Parallel]
    public static float S317(int n)
    {
        float q = 1;
        for (int i = 0; i < n / 2; i++)
            q *= 0.99f;
        return q;
    }

    [Parallel]
    public static (float Value, int Index) S318(float[] a, int half, int step)
    {
        int k = 0;
        int index = 0;
        float max = Math.Abs(a[0]);
        k += step;
        for (int i = 1; i < half; i++)
        {
            if (Math.Abs(a[k]) > max)
            {
                index = i;
                max = Math.Abs(a[k]);
            }

            k += step;
        }

        return (max, index);
    }

    [Parallel]
    public static float S319(float[] a, float[] b, float[] c, float[] d, float[] e, int n)
    {
        float sum = 0;
        for (int i = 0; i < n; i++)
        {
            a[i] = c[i] + d[i];
            sum += a[i];
            b[i] = c[i] + e[i];
            sum += b[i];
        }

        return sum;
    }

    [Parallel]
    public static (float Value, int Row, int Column) S3110(float[,] aa, int m)
    {
        float max = aa[0, 0];
        int row = 0;
        int column = 0;
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < m; j++)
            {
                if (aa[i, j] > max)
                {
                    max = aa[i, j];
                    row = i;
                    column = j;
                }
            }
        }

        return (max, row, column);
    }

    [Parallel]
    public static float S13110(float[,] aa, int m)
    {
        float max = aa[0, 0];
        int row = 0;
        int column = 0;
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < m; j++)
            {
                if (aa[i, j] > max)
                {
                    max = aa[i, j];
                    row = i;
                    column = j;
                }
            }
        }

        return max + (row + 1) + (column + 1);
    }

    [Parallel]
    public static float S3111(float[] a, int n)
    {
        float sum = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 0)
                sum += a[i];
        }

        return sum;
    }

    [Parallel]
    public static float S3112(float[] a, float[] b, int n)
    {
        float sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += a[i];
            b[i] = sum;
        }

        return sum;
    }

    [Parallel]
    public static float S3113(float[] a, int n)
    {
        float max = Math.Abs(a[0]);
        for (int i = 0; i < n; i++)
        {
            if (Math.Abs(a[i]) > max)
                max = Math.Abs(a[i]);
        }

        return max;
    }

    [Parallel]
    public static void S321(float[] a, float[] b, int n)
    {
        for (int i = 1; i < n; i++)
            a[i] += a[i - 1] * b[i];
    }

    [Parallel]
    public static void S322(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 2; i < n; i++)
            a[i] = a[i] + a[i - 1] * b[i] + a[i - 2] * c[i];
    }

    [Parallel]
    public static void S323(float[] a, float[] b, float[] c, float[] d, float[] e, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] = b[i - 1] + c[i] * d[i];
            b[i] = a[i] + c[i] * e[i];
        }
    }

    [Parallel]
    public static int S331(float[] a, int n)
    {
        int last = -1;
        for (int i = 0; i < n; i++)
        {
            if (a[i] < 0)
                last = i;
        }

        return last;
    }

    [Parallel]
    public static (float Value, int Index) S332(float[] a, float threshold, int n)
    {
        int index = -2;
        float value = -1;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > threshold)
            {
                index = i;
                value = a[i];
                break;
            }
        }

        return (value, index);
    }

    [Parallel]
    public static void S341(float[] a, float[] b, int n)
    {
        int j = -1;
        for (int i = 0; i < n; i++)
        {
            if (b[i] > 0)
            {
                j++;
                a[j] = b[i];
            }
        }
    }

    [Parallel]
    public static void S342(float[] a, float[] b, int n)
    {
        int j = -1;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 0)
            {
                j++;
                a[i] = b[j];
            }
        }
    }

    [Parallel]
    public static void S343(float[] flat, float[,] aa, float[,] bb, int m)
    {
        int k = -1;
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < m; j++)
            {
                if (bb[j, i] > 0)
                {
                    k++;
                    flat[k] = aa[j, i];
                }
            }
        }
    }

    [Parallel]
    public static float VSumR(float[] a, int n)
    {
        float sum = 0;
        for (int i = 0; i < n; i++)
            sum += a[i];
        return sum;
    }

    [Parallel]
    public static float VDotR(float[] a, float[] b, int n)
    {
        float dot = 0;
        for (int i = 0; i < n; i++)
            dot += a[i] * b[i];
        return dot;
    }

    private static float SumOfFour(float[] a, int start)
    {
        float sum = 0;
        for (int i = start; i < start + 4; i++)
            sum += a[i];
        return sum;
    }
}
