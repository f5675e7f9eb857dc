namespace AutoParallel.Conformance.Kernels;

/// <summary>Element-wise loops and reductions over <c>long</c>.</summary>
internal static class Int64Kernels
{
    [Parallel]
    public static void Add(long[] x, long[] y, long[] sum)
    {
        for (int i = 0; i < sum.Length; i++)
            sum[i] = x[i] + y[i];
    }

    [Parallel]
    public static void Polynomial(long[] x, long a, long b, long[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (x[i] * a + b) * x[i] - a;
    }

    [Parallel]
    public static void Mix(long[] x, long[] y, long[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (x[i] & ~y[i]) ^ (y[i] | 5);
    }

    [Parallel]
    public static void ShiftLeft(long[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] << 3;
    }

    [Parallel]
    public static void ShiftRight(long[] x, long[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] >> 2;
    }

    [Parallel]
    public static void Smaller(long[] x, long[] y, long[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = x[i] < y[i] ? x[i] : y[i];
    }

    [Parallel]
    public static void ReplaceBelow(long[] x, long limit, long value)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < limit)
                x[i] = value;
        }
    }

    [Parallel]
    public static void DivideBy(long[] x, long divisor)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] / divisor;
    }

    [Parallel]
    public static long Sum(long[] x)
    {
        long sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static long SumOfProducts(long[] x, long[] y)
    {
        long sum = 7;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }

    [Parallel]
    public static long Product(long[] x)
    {
        long product = 1;
        for (int i = 0; i < x.Length; i++)
            product *= x[i] | 1;
        return product;
    }

    [Parallel]
    public static long Minimum(long[] x)
    {
        long minimum = long.MaxValue;
        for (int i = 0; i < x.Length; i++)
            minimum = Math.Min(minimum, x[i]);
        return minimum;
    }

    [Parallel]
    public static long Largest(long[] x)
    {
        long largest = long.MinValue;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > largest)
                largest = x[i];
        }

        return largest;
    }

    [Parallel]
    public static long AllBits(long[] x)
    {
        long bits = ~0;
        for (int i = 0; i < x.Length; i++)
            bits &= x[i] | 12;
        return bits;
    }

    [Parallel]
    public static long AnyBits(long[] x, long mask)
    {
        long bits = 0;
        for (int i = 0; i < x.Length; i++)
            bits |= x[i] & mask;
        return bits;
    }

    [Parallel]
    public static long Parity(long[] x)
    {
        long parity = 0;
        for (int i = 0; i < x.Length; i++)
            parity ^= x[i];
        return parity;
    }

    [Parallel]
    public static int CountBelow(long[] x, long limit)
    {
        int count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < limit)
                count++;
        }

        return count;
    }
}
