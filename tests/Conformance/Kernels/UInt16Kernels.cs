namespace AutoParallel.Conformance.Kernels;

/// <summary>Element-wise loops and reductions over <c>ushort</c>.</summary>
internal static class UInt16Kernels
{
    [Parallel]
    public static void Add(ushort[] x, ushort[] y, ushort[] sum)
    {
        for (int i = 0; i < sum.Length; i++)
            sum[i] = (ushort)(x[i] + y[i]);
    }

    [Parallel]
    public static void Polynomial(ushort[] x, ushort a, ushort b, ushort[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (ushort)((x[i] * a + b) * x[i] - a);
    }

    [Parallel]
    public static void Mix(ushort[] x, ushort[] y, ushort[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (ushort)((x[i] & ~y[i]) ^ (y[i] | 5));
    }

    [Parallel]
    public static void ShiftLeft(ushort[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = (ushort)(x[i] << 3);
    }

    [Parallel]
    public static void ShiftRight(ushort[] x, ushort[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (ushort)(x[i] >> 2);
    }

    [Parallel]
    public static void Smaller(ushort[] x, ushort[] y, ushort[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = x[i] < y[i] ? x[i] : y[i];
    }

    [Parallel]
    public static void ReplaceBelow(ushort[] x, ushort limit, ushort value)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < limit)
                x[i] = value;
        }
    }

    [Parallel]
    public static void DivideBy(ushort[] x, ushort divisor)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = (ushort)(x[i] / divisor);
    }

    [Parallel]
    public static ushort Sum(ushort[] x)
    {
        ushort sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static ushort SumOfProducts(ushort[] x, ushort[] y)
    {
        ushort sum = 7;
        for (int i = 0; i < x.Length; i++)
            sum += (ushort)(x[i] * y[i]);
        return sum;
    }

    [Parallel]
    public static ushort Product(ushort[] x)
    {
        ushort product = 1;
        for (int i = 0; i < x.Length; i++)
            product *= (ushort)(x[i] | 1);
        return product;
    }

    [Parallel]
    public static ushort Minimum(ushort[] x)
    {
        ushort minimum = ushort.MaxValue;
        for (int i = 0; i < x.Length; i++)
            minimum = Math.Min(minimum, x[i]);
        return minimum;
    }

    [Parallel]
    public static ushort Largest(ushort[] x)
    {
        ushort largest = ushort.MinValue;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > largest)
                largest = x[i];
        }

        return largest;
    }

    [Parallel]
    public static ushort AllBits(ushort[] x)
    {
        ushort bits = ushort.MaxValue;
        for (int i = 0; i < x.Length; i++)
            bits &= (ushort)(x[i] | 12);
        return bits;
    }

    [Parallel]
    public static ushort AnyBits(ushort[] x, ushort mask)
    {
        ushort bits = 0;
        for (int i = 0; i < x.Length; i++)
            bits |= (ushort)(x[i] & mask);
        return bits;
    }

    [Parallel]
    public static ushort Parity(ushort[] x)
    {
        ushort parity = 0;
        for (int i = 0; i < x.Length; i++)
            parity ^= x[i];
        return parity;
    }

    [Parallel]
    public static int CountBelow(ushort[] x, ushort limit)
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
