namespace AutoParallel.Conformance.Kernels;

/// <summary>Element-wise loops and reductions over <c>byte</c>.</summary>
internal static class UInt8Kernels
{
    [Parallel]
    public static void Add(byte[] x, byte[] y, byte[] sum)
    {
        for (int i = 0; i < sum.Length; i++)
            sum[i] = (byte)(x[i] + y[i]);
    }

    [Parallel]
    public static void Polynomial(byte[] x, byte a, byte b, byte[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (byte)((x[i] * a + b) * x[i] - a);
    }

    [Parallel]
    public static void Mix(byte[] x, byte[] y, byte[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (byte)((x[i] & ~y[i]) ^ (y[i] | 5));
    }

    [Parallel]
    public static void ShiftLeft(byte[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = (byte)(x[i] << 3);
    }

    [Parallel]
    public static void ShiftRight(byte[] x, byte[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (byte)(x[i] >> 2);
    }

    [Parallel]
    public static void Smaller(byte[] x, byte[] y, byte[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = x[i] < y[i] ? x[i] : y[i];
    }

    [Parallel]
    public static void ReplaceBelow(byte[] x, byte limit, byte value)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < limit)
                x[i] = value;
        }
    }

    [Parallel]
    public static void DivideBy(byte[] x, byte divisor)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = (byte)(x[i] / divisor);
    }

    [Parallel]
    public static byte Sum(byte[] x)
    {
        byte sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static byte SumOfProducts(byte[] x, byte[] y)
    {
        byte sum = 7;
        for (int i = 0; i < x.Length; i++)
            sum += (byte)(x[i] * y[i]);
        return sum;
    }

    [Parallel]
    public static byte Product(byte[] x)
    {
        byte product = 1;
        for (int i = 0; i < x.Length; i++)
            product *= (byte)(x[i] | 1);
        return product;
    }

    [Parallel]
    public static byte Minimum(byte[] x)
    {
        byte minimum = byte.MaxValue;
        for (int i = 0; i < x.Length; i++)
            minimum = Math.Min(minimum, x[i]);
        return minimum;
    }

    [Parallel]
    public static byte Largest(byte[] x)
    {
        byte largest = byte.MinValue;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > largest)
                largest = x[i];
        }

        return largest;
    }

    [Parallel]
    public static byte AllBits(byte[] x)
    {
        byte bits = byte.MaxValue;
        for (int i = 0; i < x.Length; i++)
            bits &= (byte)(x[i] | 12);
        return bits;
    }

    [Parallel]
    public static byte AnyBits(byte[] x, byte mask)
    {
        byte bits = 0;
        for (int i = 0; i < x.Length; i++)
            bits |= (byte)(x[i] & mask);
        return bits;
    }

    [Parallel]
    public static byte Parity(byte[] x)
    {
        byte parity = 0;
        for (int i = 0; i < x.Length; i++)
            parity ^= x[i];
        return parity;
    }

    [Parallel]
    public static int CountBelow(byte[] x, byte limit)
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
