namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops that compute with integers that follow the index in equal steps, which lanes step from pass to pass.</summary>
internal static class Inductions
{
    [Parallel]
    public static void Mixed(ulong seed, ulong[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            ulong z = seed + (ulong)i * 0x9E3779B97F4A7C15;
            result[i] = (z ^ (z >> 30)) - (ulong)(i - 3);
        }
    }

    [Parallel]
    public static long Sum(long a, long b, int from, int to)
    {
        long sum = 0;
        for (int i = from; i < to; i++)
            sum += (a - i * b) ^ (i * (b + 1) + i);
        return sum;
    }

    [Parallel]
    public static void Backwards(uint a, uint b, uint[] result)
    {
        for (int i = result.Length - 1; i >= 0; i -= 1)
            result[i] = (a + (uint)i * b) ^ (uint)i;
    }

    [Parallel]
    public static void InSteps(int a, int[] result, float[] other)
    {
        for (int i = 1; i < result.Length; i += 3)
        {
            result[i] = (i - a) * a + i;
            other[i] = i * 0.5f;
        }
    }

    [Parallel]
    public static void LongIndex(long n, double[] result)
    {
        for (long i = 0; i < n; i++)
            result[i] = (i * 7 - 2) * 0.125 + (uint)i;
    }

    [Parallel]
    public static void Narrow(int[] x, long[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (long)(i * 1_500_000_001) + x[i];
    }

    [Parallel]
    public static void SmallIndex(int n, long[] result)
    {
        for (short i = -100; i < n; i++)
            result[i + 100] = 3L * i + (ushort)i;
    }

    [Parallel]
    public static void UnderCondition(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0)
                result[i] = i * 5 - x[i];
        }
    }

    [Parallel]
    public static void Found(int[] x, int[] place, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[place[i]] + i * 3;
    }

    [Parallel]
    public static void Until(int[] steps)
    {
        for (int i = 0; i < steps.Length; i++)
        {
            int value = i * 2 + 1;
            int count = 0;
            while (value < 1_000_000)
            {
                value += value / 2 + i + 1;
                count++;
            }

            steps[i] = count;
        }
    }
}
