namespace AutoParallel.Conformance.Kernels;

/// <summary>Element-wise loops and reductions over <c>short</c>.</summary>
internal static class Int16Kernels
{
    [Parallel]
    public static void Add(short[] x, short[] y, short[] sum)
    {
        for (int i = 0; i < sum.Length; i++)
            sum[i] = (short)(x[i] + y[i]);
    }

    [Parallel]
    public static void Polynomial(short[] x, short a, short b, short[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (short)((x[i] * a + b) * x[i] - a);
    }

    [Parallel]
    public static void Mix(short[] x, short[] y, short[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (short)((x[i] & ~y[i]) ^ (y[i] | 5));
    }

    [Parallel]
    public static void ShiftLeft(short[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = (short)(x[i] << 3);
    }

    [Parallel]
    public static void ShiftRight(short[] x, short[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (short)(x[i] >> 2);
    }

    [Parallel]
    public static void Smaller(short[] x, short[] y, short[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = x[i] < y[i] ? x[i] : y[i];
    }

    [Parallel]
    public static void ReplaceBelow(short[] x, short limit, short value)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < limit)
                x[i] = value;
        }
    }

    [Parallel]
    public static void DivideBy(short[] x, short divisor)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = (short)(x[i] / divisor);
    }

    [Parallel]
    public static short Sum(short[] x)
    {
        short sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static short SumOfProducts(short[] x, short[] y)
    {
        short sum = 7;
        for (int i = 0; i < x.Length; i++)
            sum += (short)(x[i] * y[i]);
        return sum;
    }

    [Parallel]
    public static short Product(short[] x)
    {
        short product = 1;
        for (int i = 0; i < x.Length; i++)
            product *= (short)(x[i] | 1);
        return product;
    }

    [Parallel]
    public static short Minimum(short[] x)
    {
        short minimum = short.MaxValue;
        for (int i = 0; i < x.Length; i++)
            minimum = Math.Min(minimum, x[i]);
        return minimum;
    }

    [Parallel]
    public static short Largest(short[] x)
    {
        short largest = short.MinValue;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > largest)
                largest = x[i];
        }

        return largest;
    }

    [Parallel]
    public static short AllBits(short[] x)
    {
        short bits = (short)(~0);
        for (int i = 0; i < x.Length; i++)
            bits &= (short)(x[i] | 12);
        return bits;
    }

    [Parallel]
    public static short AnyBits(short[] x, short mask)
    {
        short bits = 0;
        for (int i = 0; i < x.Length; i++)
            bits |= (short)(x[i] & mask);
        return bits;
    }

    [Parallel]
    public static short Parity(short[] x)
    {
        short parity = 0;
        for (int i = 0; i < x.Length; i++)
            parity ^= x[i];
        return parity;
    }

    [Parallel]
    public static int CountBelow(short[] x, short limit)
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
