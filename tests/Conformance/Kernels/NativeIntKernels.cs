namespace AutoParallel.Conformance.Kernels;

/// <summary>Element-wise loops and reductions over <c>nint</c>.</summary>
internal static class NativeIntKernels
{
    [Parallel]
    public static void Add(nint[] x, nint[] y, nint[] sum)
    {
        for (int i = 0; i < sum.Length; i++)
            sum[i] = x[i] + y[i];
    }

    [Parallel]
    public static void Polynomial(nint[] x, nint a, nint b, nint[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (x[i] * a + b) * x[i] - a;
    }

    [Parallel]
    public static void Mix(nint[] x, nint[] y, nint[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (x[i] & ~y[i]) ^ (y[i] | 5);
    }

    [Parallel]
    public static void ShiftLeft(nint[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] << 3;
    }

    [Parallel]
    public static void ShiftRight(nint[] x, nint[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] >> 2;
    }

    [Parallel]
    public static void Smaller(nint[] x, nint[] y, nint[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = x[i] < y[i] ? x[i] : y[i];
    }

    [Parallel]
    public static void ReplaceBelow(nint[] x, nint limit, nint value)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < limit)
                x[i] = value;
        }
    }

    [Parallel]
    public static void DivideBy(nint[] x, nint divisor)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] / divisor;
    }

    [Parallel]
    public static nint Sum(nint[] x)
    {
        nint sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static nint SumOfProducts(nint[] x, nint[] y)
    {
        nint sum = 7;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }

    [Parallel]
    public static nint Product(nint[] x)
    {
        nint product = 1;
        for (int i = 0; i < x.Length; i++)
            product *= x[i] | 1;
        return product;
    }

    [Parallel]
    public static nint Minimum(nint[] x)
    {
        nint minimum = nint.MaxValue;
        for (int i = 0; i < x.Length; i++)
            minimum = Math.Min(minimum, x[i]);
        return minimum;
    }

    [Parallel]
    public static nint Largest(nint[] x)
    {
        nint largest = nint.MinValue;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > largest)
                largest = x[i];
        }

        return largest;
    }

    [Parallel]
    public static nint AllBits(nint[] x)
    {
        nint bits = ~0;
        for (int i = 0; i < x.Length; i++)
            bits &= x[i] | 12;
        return bits;
    }

    [Parallel]
    public static nint AnyBits(nint[] x, nint mask)
    {
        nint bits = 0;
        for (int i = 0; i < x.Length; i++)
            bits |= x[i] & mask;
        return bits;
    }

    [Parallel]
    public static nint Parity(nint[] x)
    {
        nint parity = 0;
        for (int i = 0; i < x.Length; i++)
            parity ^= x[i];
        return parity;
    }

    [Parallel]
    public static int CountBelow(nint[] x, nint limit)
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
