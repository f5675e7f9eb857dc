namespace AutoParallel.Conformance.Kernels;

/// <summary>Reductions over <c>float</c>.</summary>
internal static class SingleReductions
{
    [Parallel]
    public static float Sum(float[] x)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static float SumFrom(float[] x, float start)
    {
        float sum = start;
        foreach (float value in x)
            sum = value + sum;
        return sum;
    }

    [Parallel]
    public static float SumFromNegativeZero(float[] x)
    {
        float sum = -0.0f;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static float SubtractAll(float[] x)
    {
        float rest = 100;
        for (int i = 0; i < x.Length; i++)
            rest -= x[i];
        return rest;
    }

    [Parallel]
    public static float Dot(float[] x, float[] y)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }

    [Parallel]
    public static float Product(float[] x)
    {
        float product = 1;
        for (int i = 0; i < x.Length; i++)
            product *= x[i];
        return product;
    }

    [Parallel]
    public static float SumOfPositive(float[] x)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0)
                sum += x[i];
        }

        return sum;
    }

    [Parallel]
    public static float Variance(float[] x)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        float mean = sum / x.Length;
        float squares = 0;
        for (int i = 0; i < x.Length; i++)
        {
            float d = x[i] - mean;
            squares += d * d;
        }

        return squares / x.Length;
    }

    [Parallel]
    public static float Minimum(float[] x)
    {
        float minimum = float.PositiveInfinity;
        for (int i = 0; i < x.Length; i++)
            minimum = MathF.Min(minimum, x[i]);
        return minimum;
    }

    [Parallel]
    public static float Maximum(float[] x)
    {
        float maximum = float.NegativeInfinity;
        for (int i = 0; i < x.Length; i++)
            maximum = MathF.Max(x[i], maximum);
        return maximum;
    }

    [Parallel]
    public static float Smallest(float[] x)
    {
        float smallest = float.PositiveInfinity;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < smallest)
                smallest = x[i];
        }

        return smallest;
    }

    [Parallel]
    public static float Largest(float[] x)
    {
        float largest = float.NegativeInfinity;
        foreach (float value in x)
            largest = value > largest ? value : largest;
        return largest;
    }

    [Parallel]
    public static float Spread(float[] x)
    {
        float low = float.MaxValue;
        float high = float.MinValue;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < low)
                low = x[i];
            if (high < x[i])
                high = x[i];
        }

        return high - low;
    }

    [Parallel]
    public static float LargestMagnitude(float[] x)
    {
        float largest = 0;
        for (int i = 0; i < x.Length; i++)
            largest = MathF.Max(largest, MathF.Abs(x[i]));
        return largest;
    }

    [Parallel]
    public static bool HasNaN(float[] x)
    {
        bool found = false;
        for (int i = 0; i < x.Length; i++)
            found |= float.IsNaN(x[i]);
        return found;
    }

    [Parallel]
    public static (float Sum, float Squares, int Positive) Moments(float[] x)
    {
        float sum = 0;
        float squares = 0;
        int positive = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i];
            squares += x[i] * x[i];
            if (x[i] > 0)
                positive++;
        }

        return (sum, squares, positive);
    }

    [Parallel(FloatMode = FloatMode.Strict)]
    public static float StrictSum(float[] x)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel(FloatMode = FloatMode.Strict)]
    public static float StrictDotAndScale(float[] x, float[] y)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        for (int i = 0; i < x.Length; i++)
            y[i] = x[i] * sum;
        return sum;
    }

    [Parallel(FloatMode = FloatMode.Strict)]
    public static float StrictSmallest(float[] x)
    {
        float smallest = float.MaxValue;
        for (int i = 0; i < x.Length; i++)
            smallest = MathF.Min(smallest, x[i]);
        return smallest;
    }

    [Parallel(FloatMode = FloatMode.Fast)]
    public static float FastDot(float[] x, float[] y)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }
}
