namespace AutoParallel.Conformance.Kernels;

/// <summary>Element-wise loops and reductions over <c>nuint</c>.</summary>
internal static class NativeUIntKernels
{
    [Parallel]
    public static void Add(nuint[] x, nuint[] y, nuint[] sum)
    {
        for (int i = 0; i < sum.Length; i++)
            sum[i] = x[i] + y[i];
    }

    [Parallel]
    public static void Polynomial(nuint[] x, nuint a, nuint b, nuint[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (x[i] * a + b) * x[i] - a;
    }

    [Parallel]
    public static void Mix(nuint[] x, nuint[] y, nuint[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (x[i] & ~y[i]) ^ (y[i] | 5);
    }

    [Parallel]
    public static void ShiftLeft(nuint[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] << 3;
    }

    [Parallel]
    public static void ShiftRight(nuint[] x, nuint[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] >> 2;
    }

    [Parallel]
    public static void Smaller(nuint[] x, nuint[] y, nuint[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = x[i] < y[i] ? x[i] : y[i];
    }

    [Parallel]
    public static void ReplaceBelow(nuint[] x, nuint limit, nuint value)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < limit)
                x[i] = value;
        }
    }

    [Parallel]
    public static void DivideBy(nuint[] x, nuint divisor)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] / divisor;
    }

    [Parallel]
    public static nuint Sum(nuint[] x)
    {
        nuint sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static nuint SumOfProducts(nuint[] x, nuint[] y)
    {
        nuint sum = 7;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }

    [Parallel]
    public static nuint Product(nuint[] x)
    {
        nuint product = 1;
        for (int i = 0; i < x.Length; i++)
            product *= x[i] | 1;
        return product;
    }

    [Parallel]
    public static nuint Minimum(nuint[] x)
    {
        nuint minimum = nuint.MaxValue;
        for (int i = 0; i < x.Length; i++)
            minimum = Math.Min(minimum, x[i]);
        return minimum;
    }

    [Parallel]
    public static nuint Largest(nuint[] x)
    {
        nuint largest = nuint.MinValue;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > largest)
                largest = x[i];
        }

        return largest;
    }

    [Parallel]
    public static nuint AllBits(nuint[] x)
    {
        nuint bits = nuint.MaxValue;
        for (int i = 0; i < x.Length; i++)
            bits &= x[i] | 12;
        return bits;
    }

    [Parallel]
    public static nuint AnyBits(nuint[] x, nuint mask)
    {
        nuint bits = 0;
        for (int i = 0; i < x.Length; i++)
            bits |= x[i] & mask;
        return bits;
    }

    [Parallel]
    public static nuint Parity(nuint[] x)
    {
        nuint parity = 0;
        for (int i = 0; i < x.Length; i++)
            parity ^= x[i];
        return parity;
    }

    [Parallel]
    public static int CountBelow(nuint[] x, nuint limit)
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
