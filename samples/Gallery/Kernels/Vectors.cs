using AutoParallel;

namespace Gallery.Kernels;

/// <summary>Loops over whole arrays: element-wise, sums, largest element.</summary>
public static class Vectors
{
    /// <summary><c>y += a·x</c>, element by element.</summary>
    [Parallel]
    public static void Saxpy(float a, float[] x, float[] y)
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = a * x[i] + y[i];
    }

    /// <summary>The scalar product of two vectors.</summary>
    [Parallel]
    public static double Dot(double[] x, double[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }

    /// <summary>The sum of the squares of whole numbers, exact as long as it fits 64 bits.</summary>
    [Parallel]
    public static long SumOfSquares(int[] values)
    {
        long sum = 0;
        foreach (int value in values)
            sum += (long)value * value;
        return sum;
    }

    /// <summary>The largest value, or −∞ for an empty array; NaN is never the largest.</summary>
    [Parallel]
    public static float Largest(float[] values)
    {
        float largest = float.NegativeInfinity;
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] > largest)
                largest = values[i];
        }

        return largest;
    }
}
