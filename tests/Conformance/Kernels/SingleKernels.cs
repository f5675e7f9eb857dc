namespace AutoParallel.Conformance.Kernels;

/// <summary>Element-wise loops over <c>float</c>.</summary>
internal static class SingleKernels
{
    [Parallel]
    public static void Axpy(float a, float[] x, float[] y)
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = a * x[i] + y[i];
    }

    [Parallel]
    public static void Horner(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            float v = x[i];
            result[i] = ((0.5f * v - 1.25f) * v + 3) * v - 0.1f;
        }
    }

    [Parallel]
    public static void Divide(float[] x, float[] y, float[] quotient)
    {
        for (int i = 0; i < quotient.Length; i++)
            quotient[i] = x[i] / y[i];
    }

    [Parallel]
    public static void Negate(float[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = -x[i];
    }

    [Parallel]
    public static void SubtractFromZero(float[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = 0 - x[i];
    }

    [Parallel]
    public static void Length(float[] x, float[] y, float[] length)
    {
        for (int i = 0; i < length.Length; i++)
            length[i] = MathF.Sqrt(x[i] * x[i] + y[i] * y[i]);
    }

    [Parallel]
    public static void Lerp(float[] from, float[] to, float t, float[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = from[i] + (to[i] - from[i]) * t;
    }

    [Parallel]
    public static void Relu(float[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] > 0 ? x[i] : 0;
    }

    [Parallel]
    public static void ClampByHand(float[] x, float low, float high)
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
    public static void Classify(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            float v = x[i];
            if (v < -1)
                result[i] = -v;
            else if (v == 0)
                result[i] = 17;
            else if (!(v > 0 || v < 0))
                result[i] = -17;
            else if (!(v <= 4))
                result[i] = v * 0.5f;
            else
                result[i] = v * v;
        }
    }

    [Parallel]
    public static void Sparse(float[] x, float[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0 && y[i] >= x[i] || x[i] < -2)
                y[i] += x[i];
        }
    }

    [Parallel]
    public static void Blend(float[] x, float[] y, float[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            bool left = x[i] >= y[i];
            float other = left ? y[i] : x[i];
            result[i] = left & other > 1 ? x[i] - other : y[i] + other;
        }
    }

    [Parallel]
    public static void Ramp(float[] x, float step)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = i * step;
    }

    [Parallel]
    public static void Fill(float[] x, float value)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = value;
    }

    [Parallel]
    public static void Copy(float[] source, float[] target)
    {
        for (int i = 0; i < source.Length; i++)
            target[i] = source[i];
    }

    [Parallel]
    public static void Rotate(float[] x, float[] y, float sine, float cosine)
    {
        for (int i = 0; i < x.Length; i++)
        {
            float newX = x[i] * cosine - y[i] * sine;
            float newY = x[i] * sine + y[i] * cosine;
            x[i] = newX;
            y[i] = newY;
        }
    }

    [Parallel]
    public static void Smooth(float[] x, float[] result)
    {
        for (int i = 1; i < x.Length - 1; i++)
            result[i] = 0.25f * (x[i - 1] + 2 * x[i] + x[i + 1]);
    }
}
