namespace AutoParallel.Conformance.Kernels;

/// <summary>Element-wise loops and reductions over <c>ulong</c>.</summary>
internal static class UInt64Kernels
{
    [Parallel]
    public static void Add(ulong[] x, ulong[] y, ulong[] sum)
    {
        for (int i = 0; i < sum.Length; i++)
            sum[i] = x[i] + y[i];
    }

    [Parallel]
    public static void Polynomial(ulong[] x, ulong a, ulong b, ulong[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (x[i] * a + b) * x[i] - a;
    }

    [Parallel]
    public static void Mix(ulong[] x, ulong[] y, ulong[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (x[i] & ~y[i]) ^ (y[i] | 5);
    }

    [Parallel]
    public static void ShiftLeft(ulong[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] << 3;
    }

    [Parallel]
    public static void ShiftRight(ulong[] x, ulong[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] >> 2;
    }

    [Parallel]
    public static void Smaller(ulong[] x, ulong[] y, ulong[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = x[i] < y[i] ? x[i] : y[i];
    }

    [Parallel]
    public static void ReplaceBelow(ulong[] x, ulong limit, ulong value)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < limit)
                x[i] = value;
        }
    }

    [Parallel]
    public static void DivideBy(ulong[] x, ulong divisor)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] / divisor;
    }

    [Parallel]
    public static ulong Sum(ulong[] x)
    {
        ulong sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static ulong SumOfProducts(ulong[] x, ulong[] y)
    {
        ulong sum = 7;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }

    [Parallel]
    public static ulong Product(ulong[] x)
    {
        ulong product = 1;
        for (int i = 0; i < x.Length; i++)
            product *= x[i] | 1;
        return product;
    }

    [Parallel]
    public static ulong Minimum(ulong[] x)
    {
        ulong minimum = ulong.MaxValue;
        for (int i = 0; i < x.Length; i++)
            minimum = Math.Min(minimum, x[i]);
        return minimum;
    }

    [Parallel]
    public static ulong Largest(ulong[] x)
    {
        ulong largest = ulong.MinValue;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > largest)
                largest = x[i];
        }

        return largest;
    }

    [Parallel]
    public static ulong AllBits(ulong[] x)
    {
        ulong bits = ulong.MaxValue;
        for (int i = 0; i < x.Length; i++)
            bits &= x[i] | 12;
        return bits;
    }

    [Parallel]
    public static ulong AnyBits(ulong[] x, ulong mask)
    {
        ulong bits = 0;
        for (int i = 0; i < x.Length; i++)
            bits |= x[i] & mask;
        return bits;
    }

    [Parallel]
    public static ulong Parity(ulong[] x)
    {
        ulong parity = 0;
        for (int i = 0; i < x.Length; i++)
            parity ^= x[i];
        return parity;
    }

    [Parallel]
    public static int CountBelow(ulong[] x, ulong limit)
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
