namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops that look for a place, and others that a closed form, a counted range or a local makes parallel.</summary>
internal static class Located
{
    [Parallel]
    public static int PlaceOfGreatest(double[] x)
    {
        int best = 0;
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] > x[best])
                best = i;
        }

        return best;
    }

    [Parallel]
    public static int PlaceOfLastLeast(byte[] x, int best)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[best] >= x[i])
                best = i;
        }

        return best;
    }

    [Parallel]
    public static int Pivot(double[,] a, int column)
    {
        int pivot = column, changes = 0;
        for (int row = column + 1; row < a.GetLength(0); row++)
        {
            if (Math.Abs(a[row, column]) > Math.Abs(a[pivot, column]))
                pivot = row;
        }

        return pivot + changes;
    }

    [Parallel]
    public static int BestCell(int[] x, int[] scores, int best)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int at = 3 * i + 1;
            int score = x[i] / 3 + i % 17;
            scores[at] = score;
            if (score > scores[best])
                best = at;
        }

        return best;
    }

    [Parallel]
    public static int Alignment(int[] a, int[] b, int[] h)
    {
        int width = b.Length + 1, best = 0;
        for (int d = 2; d <= a.Length + b.Length; d++)
        {
            for (int i = Math.Max(1, d - b.Length); i < Math.Min(a.Length, d - 1) + 1; i++)
            {
                int j = d - i, at = i * width + j;
                int score = h[at - width - 1] + (a[i - 1] == b[j - 1] ? 3 : -3);
                score = Math.Max(Math.Max(score, h[at - width] - 2), Math.Max(h[at - 1] - 2, 0));
                h[at] = score;
                if (score > h[best])
                    best = at;
            }
        }

        return best;
    }

    [Parallel]
    public static float Greatest(float[] x, int[] place)
    {
        float m = x[0];
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > m)
            {
                m = x[i];
                place[0] = 0;
            }
        }

        return m;
    }

    [Parallel]
    public static int FirstGreatest(float[] x)
    {
        float m = x[0];
        int p = -1;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > m)
            {
                m = x[i];
                p = i;
            }
        }

        return p;
    }

    [Parallel]
    public static float ValueOfLeast(float[] x, float start)
    {
        float m = start;
        int p = -1;
        for (int i = x.Length - 1; i >= 0; i--)
        {
            if (x[i] < m)
            {
                m = x[i];
                p = i;
            }
        }

        return p < 0 ? 1 / m : m;
    }

    [Parallel]
    public static int LastLeast(double[] x, double start)
    {
        double m = start;
        int p = -1;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] <= m)
            {
                p = i;
                m = x[i];
            }
        }

        return p + (1 / m > 0 ? 1000000 : 0);
    }

    [Parallel]
    public static long LastGreatestDistance(int[] x, int[] y)
    {
        int m = 0;
        int p = -1;
        int q = -1;
        for (int i = x.Length - 2; i >= 0; i -= 2)
        {
            int v = x[i] - y[i];
            if (v >= m)
            {
                m = v;
                p = i * 3;
                q = x[i];
            }
        }

        return m + ((long)p << 32) + q;
    }

    [Parallel]
    public static int LastNegative(double[] x, double[] y)
    {
        int last = -7;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < 0)
            {
                y[i] = x[i] * 2;
                last = i;
            }
        }

        return last;
    }

    [Parallel]
    public static int FirstNegativeFromBehind(int[] x)
    {
        int last = -7;
        for (int i = x.Length - 1; i >= 0; i -= 3)
        {
            int v = x[i] + 1;
            if (v < 0)
                last = v ^ i;
        }

        return last;
    }

    [Parallel]
    public static void GivenStep(float[] a, float[] b, int first, int step)
    {
        for (int i = first; i < a.Length; i += step)
            a[i] += b[i] * 2;
    }

    [Parallel]
    public static void GivenStepBack(int[] a, int[] b, int step)
    {
        for (int i = a.Length - 1; i > 2; i -= step)
            a[i] = b[i] + i;
    }

    [Parallel]
    public static void GivenStepAhead(int[] a, int[] b, int step)
    {
        for (int i = 0; i < a.Length - step; i += step)
            a[i] = a[i + step] + b[i];
    }

    [Parallel]
    public static int TwoSteps(int[] a, int[] b, int step)
    {
        int k = 2;
        for (int i = 1; i < a.Length; i += step)
        {
            k += 3;
            a[i] += b[b.Length - k];
        }

        return k;
    }

    [Parallel]
    public static int Pointers(double[] a, double[] b, int[] c, int start)
    {
        int p = start;
        int q = b.Length;
        int r = 0;
        for (int i = 0; i < b.Length; i++)
            a[p++] = b[--q] + c[r++];
        return p * 7 + q * 3 + r;
    }

    [Parallel]
    public static float FloatSteps(float[] a, float start, float step)
    {
        float s = start;
        for (int i = 0; i < a.Length; i++)
        {
            a[i] *= s;
            s += step;
            a[i] += s;
        }

        return s;
    }

    [Parallel]
    public static void OwnElement(int[,] a, int[] y)
    {
        for (int i = 1; i < y.Length; i++)
        {
            for (int j = 0; j < a.GetLength(1); j++)
                y[i] += y[i - 1] * a[i, j];
        }
    }

    [Parallel]
    public static void PrivateElement(float[,] a, float[] y)
    {
        for (int i = 1; i < y.Length; i++)
        {
            for (int j = 0; j < a.GetLength(1); j++)
            {
                y[i] = a[i, j] - y[i - 1];
                a[i, j] = y[i] * 2;
            }
        }
    }

    [Parallel]
    public static void OtherName(float[] a, float[] b)
    {
        float[] x = a;
        for (int i = 0; i < b.Length; i++)
            x[i] = a[i + 1] + b[i];
    }

    [Parallel]
    public static void Comb(float[] x, float[] y, int delay)
    {
        for (int i = delay; i < y.Length; i++)
            y[i] = x[i] - y[i - delay] * 0.5f;
    }

    [Parallel]
    public static void FarApart(double[] x, double[] y)
    {
        for (int i = 0; i < y.Length - 40; i++)
        {
            y[i + 40] = y[i + 4] + x[i];
            x[i] = y[i] * 2;
        }
    }

    [Parallel]
    public static void HalfIndex(int[] x, int[] y)
    {
        for (int i = 0; i < y.Length; i++)
            y[i] = x[i / 2] + x[i % 8] - i / 4;
    }

    [Parallel]
    public static double Chain(double[] x, double[] y)
    {
        double s = 1;
        for (int i = 0; i < x.Length - 1; i += 2)
            s = s + x[i] * y[i] - x[i + 1] + y[i + 1];
        return s;
    }
}
