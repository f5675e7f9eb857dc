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
}
