namespace AutoParallel.Conformance.Kernels;

/// <summary>Element-wise loops over <c>double</c>.</summary>
internal static class DoubleKernels
{
    [Parallel]
    public static void Axpy(double a, double[] x, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = a * x[i] + y[i];
    }

    [Parallel]
    public static void Horner(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double v = x[i];
            result[i] = ((0.5 * v - 1.25) * v + 3) * v - 0.1;
        }
    }

    [Parallel]
    public static void Divide(double[] x, double[] y, double[] quotient)
    {
        for (int i = 0; i < quotient.Length; i++)
            quotient[i] = x[i] / y[i];
    }

    [Parallel]
    public static void Negate(double[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = -x[i];
    }

    [Parallel]
    public static void SubtractFromZero(double[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = 0 - x[i];
    }

    [Parallel]
    public static void Length(double[] x, double[] y, double[] length)
    {
        for (int i = 0; i < length.Length; i++)
            length[i] = Math.Sqrt(x[i] * x[i] + y[i] * y[i]);
    }

    [Parallel]
    public static void Lerp(double[] from, double[] to, double t, double[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = from[i] + (to[i] - from[i]) * t;
    }

    [Parallel]
    public static void Relu(double[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] > 0 ? x[i] : 0;
    }

    [Parallel]
    public static void ClampByHand(double[] x, double low, double high)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < low)
                x[i] = low;
            else if (x[i] > high)
                x[i] = high;
        }
    }

    [Parallel]
    public static void Classify(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double v = x[i];
            if (v < -1)
                result[i] = -v;
            else if (v == 0)
                result[i] = 17;
            else if (!(v > 0 || v < 0))
                result[i] = -17;
            else if (!(v <= 4))
                result[i] = v * 0.5;
            else
                result[i] = v * v;
        }
    }

    [Parallel]
    public static void Sparse(double[] x, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0 && y[i] >= x[i] || x[i] < -2)
                y[i] += x[i];
        }
    }

    [Parallel]
    public static void Blend(double[] x, double[] y, double[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            bool left = x[i] >= y[i];
            double other = left ? y[i] : x[i];
            result[i] = left & other > 1 ? x[i] - other : y[i] + other;
        }
    }

    [Parallel]
    public static void Ramp(double[] x, double step)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = i * step;
    }

    [Parallel]
    public static void Fill(double[] x, double value)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = value;
    }

    [Parallel]
    public static void Copy(double[] source, double[] target)
    {
        for (int i = 0; i < source.Length; i++)
            target[i] = source[i];
    }

    [Parallel]
    public static void Rotate(double[] x, double[] y, double sine, double cosine)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double newX = x[i] * cosine - y[i] * sine;
            double newY = x[i] * sine + y[i] * cosine;
            x[i] = newX;
            y[i] = newY;
        }
    }

    [Parallel]
    public static void Smooth(double[] x, double[] result)
    {
        for (int i = 1; i < x.Length - 1; i++)
            result[i] = 0.25 * (x[i - 1] + 2 * x[i] + x[i + 1]);
    }
}
