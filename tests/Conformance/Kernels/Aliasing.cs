namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops whose operands may be the same memory, or overlap by some elements.</summary>
internal static class Aliasing
{
    [Parallel]
    public static void Add(ReadOnlySpan<int> x, ReadOnlySpan<int> y, Span<int> sum)
    {
        for (int i = 0; i < sum.Length; i++)
            sum[i] = x[i] * 3 + y[i];
    }

    [Parallel]
    public static void Copy(ReadOnlySpan<byte> source, Span<byte> target)
    {
        for (int i = 0; i < source.Length; i++)
            target[i] = source[i];
    }

    [Parallel]
    public static void Stencil(ReadOnlySpan<float> x, Span<float> result)
    {
        for (int i = 1; i < x.Length - 1; i++)
            result[i] = x[i - 1] + x[i] * 0.5f + x[i + 1];
    }

    [Parallel]
    public static void Exchange(Span<int> x, Span<int> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int t = x[i];
            x[i] = y[i] + 1;
            y[i] = t - 1;
        }
    }

    [Parallel]
    public static void Reverse(ReadOnlySpan<int> source, Span<int> target)
    {
        for (int i = 0; i < source.Length; i++)
            target[target.Length - 1 - i] = source[i] + 1;
    }

    [Parallel]
    public static void Bytes(ReadOnlySpan<int> words, Span<byte> bytes)
    {
        for (int i = 0; i < words.Length; i++)
            bytes[i] = (byte)(words[i] + 1);
    }

    [Parallel]
    public static void Halves(Span<long> x, Span<int> y)
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = (int)(x[i] >> 3) + i;
    }

    [Parallel]
    public static int SumWhileWriting(ReadOnlySpan<int> x, Span<int> result)
    {
        int sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i];
            result[i] = x[i] ^ 1;
        }

        return sum;
    }

    [Parallel]
    public static void ScaleByElement(Span<float> x, ReadOnlySpan<float> factor)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] * factor[0];
    }

    [Parallel]
    public static void Strided(ReadOnlySpan<int> x, Span<int> result)
    {
        for (int i = 0; i < x.Length / 2; i++)
            result[2 * i] = x[2 * i + 1] + 5;
    }

    [Parallel]
    public static void Arrays(int[] x, int[] y, int[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = x[i] - 2 * y[i];
    }

    [Parallel]
    public static void ArraysShifted(int[] x, int[] result)
    {
        for (int i = 0; i < result.Length - 1; i++)
            result[i + 1] = x[i] * 3;
    }

    [Parallel]
    public static void TwoResults(int[] x, int[] first, int[] second)
    {
        for (int i = 0; i < x.Length; i++)
        {
            first[i] = x[i] + 1;
            second[i] = x[i] * 5;
        }
    }

    [Parallel]
    public static void Objects(object[] x, object[] result)
    {
        for (int i = 1; i < x.Length; i++)
            result[i] = x[i - 1];
    }
}
