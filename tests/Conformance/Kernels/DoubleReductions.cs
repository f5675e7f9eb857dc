namespace AutoParallel.Conformance.Kernels;

/// <summary>Reductions over <c>double</c>.</summary>
internal static class DoubleReductions
{
    [Parallel]
    public static double Sum(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static double SumFrom(double[] x, double start)
    {
        double sum = start;
        foreach (double value in x)
            sum = value + sum;
        return sum;
    }

    [Parallel]
    public static double SumFromNegativeZero(double[] x)
    {
        double sum = -0.0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static double SubtractAll(double[] x)
    {
        double rest = 100;
        for (int i = 0; i < x.Length; i++)
            rest -= x[i];
        return rest;
    }

    [Parallel]
    public static double Dot(double[] x, double[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }

    [Parallel]
    public static double Product(double[] x)
    {
        double product = 1;
        for (int i = 0; i < x.Length; i++)
            product *= x[i];
        return product;
    }

    [Parallel]
    public static double SumOfPositive(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0)
                sum += x[i];
        }

        return sum;
    }

    [Parallel]
    public static double Variance(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        double mean = sum / x.Length;
        double squares = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double d = x[i] - mean;
            squares += d * d;
        }

        return squares / x.Length;
    }

    [Parallel]
    public static double Minimum(double[] x)
    {
        double minimum = double.PositiveInfinity;
        for (int i = 0; i < x.Length; i++)
            minimum = Math.Min(minimum, x[i]);
        return minimum;
    }

    [Parallel]
    public static double Maximum(double[] x)
    {
        double maximum = double.NegativeInfinity;
        for (int i = 0; i < x.Length; i++)
            maximum = Math.Max(x[i], maximum);
        return maximum;
    }

    [Parallel]
    public static double Smallest(double[] x)
    {
        double smallest = double.PositiveInfinity;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < smallest)
                smallest = x[i];
        }

        return smallest;
    }

    [Parallel]
    public static double Largest(double[] x)
    {
        double largest = double.NegativeInfinity;
        foreach (double value in x)
            largest = value > largest ? value : largest;
        return largest;
    }

    [Parallel]
    public static double Spread(double[] x)
    {
        double low = double.MaxValue;
        double high = double.MinValue;
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
    public static double LargestMagnitude(double[] x)
    {
        double largest = 0;
        for (int i = 0; i < x.Length; i++)
            largest = Math.Max(largest, Math.Abs(x[i]));
        return largest;
    }

    [Parallel]
    public static bool HasNaN(double[] x)
    {
        bool found = false;
        for (int i = 0; i < x.Length; i++)
            found |= double.IsNaN(x[i]);
        return found;
    }

    [Parallel]
    public static (double Sum, double Squares, int Positive) Moments(double[] x)
    {
        double sum = 0;
        double squares = 0;
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
    public static double StrictSum(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel(FloatMode = FloatMode.Strict)]
    public static double StrictDotAndScale(double[] x, double[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        for (int i = 0; i < x.Length; i++)
            y[i] = x[i] * sum;
        return sum;
    }

    [Parallel(FloatMode = FloatMode.Strict)]
    public static double StrictSmallest(double[] x)
    {
        double smallest = double.MaxValue;
        for (int i = 0; i < x.Length; i++)
            smallest = Math.Min(smallest, x[i]);
        return smallest;
    }

    [Parallel(FloatMode = FloatMode.Fast)]
    public static double FastDot(double[] x, double[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }
}
