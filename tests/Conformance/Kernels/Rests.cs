namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops whose last iterations fill no vector.</summary>
internal static class Rests
{
    [Parallel]
    public static void Map(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (x[i] * y[i]) + (x[i] / (y[i] + 3));
    }

    [Parallel]
    public static void Functions(ReadOnlySpan<double> x, Span<double> result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Exp(-x[i] * x[i]) * Math.Sin(x[i]);
    }

    [Parallel]
    public static void Indirect(ReadOnlySpan<int> place, ReadOnlySpan<float> x, Span<float> result)
    {
        for (int i = 0; i < place.Length; i++)
            result[i] = MathF.Exp(x[place[i]]) * MathF.Log(2 + (x[place[i]] * x[place[i]]));
    }

    [Parallel]
    public static void Some(ReadOnlySpan<int> x, ReadOnlySpan<int> y, Span<int> result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (y[i] != 0 && x[i] > 0)
                result[i] = x[i] / y[i];
            else if (x[i] < -5)
                result[i] = y[i] - x[i];
        }
    }

    [Parallel]
    public static void InPlace(Span<long> x, long step)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = (x[i] * 3) + step;
    }

    [Parallel]
    public static int SumOfBytes(ReadOnlySpan<byte> x)
    {
        int sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static (int Sum, int Most) Shorts(ReadOnlySpan<short> x, ReadOnlySpan<ushort> y)
    {
        int sum = 0, most = int.MinValue;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
            most = Math.Max(most, x[i] - y[i]);
        }

        return (sum, most);
    }

    [Parallel]
    public static long Wide(ReadOnlySpan<sbyte> x, ReadOnlySpan<short> y, ReadOnlySpan<int> z, ReadOnlySpan<uint> w)
    {
        long sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0)
                sum += (long)z[i] * w[i] + y[i];
            else
                sum -= z[i];
        }

        return sum;
    }

    [Parallel]
    public static double Singles(ReadOnlySpan<float> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static void Widened(ReadOnlySpan<byte> x, ReadOnlySpan<ushort> y, Span<float> result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Exp(x[i] * 0.01f) + y[i];
    }
}
