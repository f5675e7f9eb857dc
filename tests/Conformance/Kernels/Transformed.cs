namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops that are parallel only after a transformation.</summary>
internal static class Transformed
{
    [Parallel]
    public static void ShiftLeft(int[] a, int[] b)
    {
        for (int i = 0; i < a.Length - 1; i++)
            a[i] = a[i + 1] + b[i];
    }

    [Parallel]
    public static void ShiftRightDescending(double[] a, double[] b)
    {
        for (int i = a.Length - 2; i >= 0; i--)
            a[i + 1] = a[i] + b[i];
    }

    [Parallel]
    public static void ShiftOfSpan(Span<float> a, ReadOnlySpan<float> b)
    {
        for (int i = 0; i < b.Length - 3; i++)
            a[i] = a[i + 3] * b[i];
    }

    [Parallel]
    public static void TwoBranches(float[] a, float[] b, float[] c, float[] d)
    {
        for (int i = 0; i < a.Length - 1; i++)
        {
            if (b[i] < 0)
                c[i + 1] = a[i] + d[i] * d[i];
            else
                a[i] = c[i] + d[i] * 2;
        }
    }

    [Parallel]
    public static void AgainstTheText(long[] a, long[] b, long[] c)
    {
        for (int i = 1; i < a.Length - 1; i++)
        {
            a[i] = b[i - 1] + c[i];
            b[i] = b[i + 1] - c[i] * 3;
        }
    }

    [Parallel]
    public static void Circle(float[] a, float[] b, float[] c)
    {
        for (int i = 0; i < a.Length - 1; i++)
        {
            a[i] = b[i] + c[i] * 2;
            b[i] = c[i] + b[i];
            a[i + 1] = b[i] + a[i + 1] * c[i];
        }
    }

    [Parallel]
    public static void PartlyRecurrent(int[] a, int[] b, int[] c)
    {
        for (int i = 1; i < a.Length; i++)
        {
            a[i] += c[i] * 5;
            b[i] = b[i - 1] + a[i] + c[i];
        }
    }

    [Parallel]
    public static void Unrolled(double[] a)
    {
        for (int i = 0; i < a.Length - 3; i += 3)
        {
            a[i] = a[i + 1] * a[i];
            a[i + 1] = a[i + 2] * a[i + 1];
            a[i + 2] = a[i + 3] * a[i + 2];
        }
    }

    [Parallel]
    public static void WrittenTwice(int[] a, int[] b, int[] c)
    {
        for (int i = 0; i < a.Length - 1; i++)
        {
            a[i + 1] = b[i] + 7;
            a[i] = b[i] + c[i];
        }
    }

    [Parallel]
    public static int SecondInduction(int[] a, int[] b, int start)
    {
        int k = start;
        for (int i = 0; i < b.Length / 2; i++)
        {
            a[k] = b[i] * 3;
            k++;
            a[k] = b[i] - 1;
            k++;
        }

        return k;
    }

    [Parallel]
    public static int InductionOnBothWays(double[] a, double[] b)
    {
        int k = b.Length;
        for (int i = 0; i < b.Length; i++)
        {
            if (b[i] > 0)
            {
                k -= 1;
                a[k] = b[i];
            }
            else
            {
                k -= 1;
                a[k] = -b[i] * 2;
            }
        }

        return k;
    }

    [Parallel]
    public static int InductionThatStrays(int[] a, int[] b)
    {
        int k = 0;
        for (int i = 0; i < b.Length; i++)
        {
            if (b[i] > 0)
                k++;
            a[k] = b[i];
        }

        return k;
    }

    [Parallel]
    public static float WrapAround(float[] a, float[] b, float x, float y)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = (b[i] + x + y) * 0.333f;
            y = x;
            x = b[i];
        }

        return x - y;
    }

    [Parallel]
    public static int WrapAroundIndex(int[] a, int[] b)
    {
        int before = b.Length - 1;
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = b[i] + b[before];
            before = i;
        }

        return before;
    }

    [Parallel]
    public static double WrapAroundOfProduct(double[] a, double[] b, double[] c)
    {
        double t = 0;
        for (int i = a.Length - 1; i >= 0; i--)
        {
            double s = b[i] * c[i];
            a[i] = s + t;
            t = s;
        }

        return t;
    }

    [Parallel]
    public static long WrapAroundOfWritten(long[] a, long[] b, long[] c)
    {
        long s = 5;
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = s * c[i];
            s = b[i] + c[i];
            b[i] = a[i] - c[i];
        }

        return s;
    }

    [Parallel]
    public static void OneElementForAll(int[] a, int[] b)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] = a[a.Length / 2] + b[i];
    }

    [Parallel]
    public static void GivenElementForAll(float[] a, float[] b, int p)
    {
        for (int i = 1; i < b.Length; i++)
            a[i] = a[p] * 1.5f + b[i];
    }

    [Parallel]
    public static void Mirror(double[] a, double[] b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            double x = a[a.Length - 1 - i] + b[i];
            a[i] = x - 1;
            b[i] = x;
        }
    }

    [Parallel]
    public static void GivenShift(long[] a, long[] b, int m)
    {
        for (int i = 3; i < b.Length - 3; i++)
            a[i] = a[i + m] + b[i];
    }

    [Parallel]
    public static void DeconstructedAndCarried(double[] a, double[] b, double[] c)
    {
        double previous = 0;
        for (int i = 0; i < a.Length; i++)
        {
            var (x, y) = (a[i], b[i]);
            c[i] = x + previous;
            previous = y;
        }
    }

    [Parallel]
    public static void DeconstructedAndShifted(double[] a, int[] b)
    {
        for (int i = 0; i < a.Length - 1; i++)
        {
            (double x, int y) = (a[i + 1], b[i]);
            a[i] = x * x + y;
        }
    }

    [Parallel]
    public static void SharedBySections(int[] a, double[] b, double[] c)
    {
        double previous = 0;
        for (int i = 0; i < a.Length; i++)
        {
            switch (a[i] & 3)
            {
                case 0:
                    double v = b[i] * 2;
                    c[i] = v + previous;
                    break;
                case 1:
                    v = b[i];
                    c[i] = v - previous;
                    break;
                default:
                    c[i] = previous;
                    break;
            }

            previous = b[i];
        }
    }
}
