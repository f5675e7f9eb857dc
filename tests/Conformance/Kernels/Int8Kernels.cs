namespace AutoParallel.Conformance.Kernels;

/// <summary>Element-wise loops and reductions over <c>sbyte</c>.</summary>
internal static class Int8Kernels
{
    [Parallel]
    public static void Add(sbyte[] x, sbyte[] y, sbyte[] sum)
    {
        for (int i = 0; i < sum.Length; i++)
            sum[i] = (sbyte)(x[i] + y[i]);
    }

    [Parallel]
    public static void Polynomial(sbyte[] x, sbyte a, sbyte b, sbyte[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (sbyte)((x[i] * a + b) * x[i] - a);
    }

    [Parallel]
    public static void Mix(sbyte[] x, sbyte[] y, sbyte[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (sbyte)((x[i] & ~y[i]) ^ (y[i] | 5));
    }

    [Parallel]
    public static void ShiftLeft(sbyte[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = (sbyte)(x[i] << 3);
    }

    [Parallel]
    public static void ShiftRight(sbyte[] x, sbyte[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (sbyte)(x[i] >> 2);
    }

    [Parallel]
    public static void Smaller(sbyte[] x, sbyte[] y, sbyte[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = x[i] < y[i] ? x[i] : y[i];
    }

    [Parallel]
    public static void ReplaceBelow(sbyte[] x, sbyte limit, sbyte value)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < limit)
                x[i] = value;
        }
    }

    [Parallel]
    public static void DivideBy(sbyte[] x, sbyte divisor)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = (sbyte)(x[i] / divisor);
    }

    [Parallel]
    public static sbyte Sum(sbyte[] x)
    {
        sbyte sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static sbyte SumOfProducts(sbyte[] x, sbyte[] y)
    {
        sbyte sum = 7;
        for (int i = 0; i < x.Length; i++)
            sum += (sbyte)(x[i] * y[i]);
        return sum;
    }

    [Parallel]
    public static sbyte Product(sbyte[] x)
    {
        sbyte product = 1;
        for (int i = 0; i < x.Length; i++)
            product *= (sbyte)(x[i] | 1);
        return product;
    }

    [Parallel]
    public static sbyte Minimum(sbyte[] x)
    {
        sbyte minimum = sbyte.MaxValue;
        for (int i = 0; i < x.Length; i++)
            minimum = Math.Min(minimum, x[i]);
        return minimum;
    }

    [Parallel]
    public static sbyte Largest(sbyte[] x)
    {
        sbyte largest = sbyte.MinValue;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > largest)
                largest = x[i];
        }

        return largest;
    }

    [Parallel]
    public static sbyte AllBits(sbyte[] x)
    {
        sbyte bits = (sbyte)(~0);
        for (int i = 0; i < x.Length; i++)
            bits &= (sbyte)(x[i] | 12);
        return bits;
    }

    [Parallel]
    public static sbyte AnyBits(sbyte[] x, sbyte mask)
    {
        sbyte bits = 0;
        for (int i = 0; i < x.Length; i++)
            bits |= (sbyte)(x[i] & mask);
        return bits;
    }

    [Parallel]
    public static sbyte Parity(sbyte[] x)
    {
        sbyte parity = 0;
        for (int i = 0; i < x.Length; i++)
            parity ^= x[i];
        return parity;
    }

    [Parallel]
    public static int CountBelow(sbyte[] x, sbyte limit)
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
