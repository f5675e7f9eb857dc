namespace AutoParallel.Conformance.Kernels;

/// <summary>Element-wise loops and reductions over <c>uint</c>.</summary>
internal static class UInt32Kernels
{
    [Parallel]
    public static void Add(uint[] x, uint[] y, uint[] sum)
    {
        for (int i = 0; i < sum.Length; i++)
            sum[i] = x[i] + y[i];
    }

    [Parallel]
    public static void Polynomial(uint[] x, uint a, uint b, uint[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (x[i] * a + b) * x[i] - a;
    }

    [Parallel]
    public static void Mix(uint[] x, uint[] y, uint[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (x[i] & ~y[i]) ^ (y[i] | 5);
    }

    [Parallel]
    public static void ShiftLeft(uint[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] << 3;
    }

    [Parallel]
    public static void ShiftRight(uint[] x, uint[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] >> 2;
    }

    [Parallel]
    public static void Smaller(uint[] x, uint[] y, uint[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = x[i] < y[i] ? x[i] : y[i];
    }

    [Parallel]
    public static void ReplaceBelow(uint[] x, uint limit, uint value)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < limit)
                x[i] = value;
        }
    }

    [Parallel]
    public static void DivideBy(uint[] x, uint divisor)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] / divisor;
    }

    [Parallel]
    public static uint Sum(uint[] x)
    {
        uint sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static uint SumOfProducts(uint[] x, uint[] y)
    {
        uint sum = 7;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }

    [Parallel]
    public static uint Product(uint[] x)
    {
        uint product = 1;
        for (int i = 0; i < x.Length; i++)
            product *= x[i] | 1;
        return product;
    }

    [Parallel]
    public static uint Minimum(uint[] x)
    {
        uint minimum = uint.MaxValue;
        for (int i = 0; i < x.Length; i++)
            minimum = Math.Min(minimum, x[i]);
        return minimum;
    }

    [Parallel]
    public static uint Largest(uint[] x)
    {
        uint largest = uint.MinValue;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > largest)
                largest = x[i];
        }

        return largest;
    }

    [Parallel]
    public static uint AllBits(uint[] x)
    {
        uint bits = uint.MaxValue;
        for (int i = 0; i < x.Length; i++)
            bits &= x[i] | 12;
        return bits;
    }

    [Parallel]
    public static uint AnyBits(uint[] x, uint mask)
    {
        uint bits = 0;
        for (int i = 0; i < x.Length; i++)
            bits |= x[i] & mask;
        return bits;
    }

    [Parallel]
    public static uint Parity(uint[] x)
    {
        uint parity = 0;
        for (int i = 0; i < x.Length; i++)
            parity ^= x[i];
        return parity;
    }

    [Parallel]
    public static int CountBelow(uint[] x, uint limit)
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
