namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops that combine values into elements wherever the data says.</summary>
internal static class Histograms
{
    [Parallel]
    public static int[] OfBytes(byte[] image)
    {
        var histogram = new int[256];
        for (int i = 0; i < image.Length; i++)
            histogram[image[i]]++;
        return histogram;
    }

    [Parallel]
    public static void IntoGiven(int[] keys, int[] weights, long[] sums, byte[] counts)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            sums[keys[i]] += weights[i];
            counts[keys[i]]++;
        }
    }

    [Parallel]
    public static void ThatMayLeave(int[] keys, int[] counts)
    {
        for (int i = 0; i < keys.Length; i++)
            counts[keys[i]] += i;
    }

    [Parallel]
    public static void WithResults(int[] keys, int[] counts, double[] results)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            results[i] = keys[i] * 0.5;
            counts[keys[i]]--;
        }
    }

    [Parallel]
    public static void Extremes(int[] keys, int[] values, int[] least, int[] greatest)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            int key = keys[i] & 63;
            least[key] = Math.Min(least[key], values[i]);
            if (values[i] > greatest[key])
                greatest[key] = values[i];
        }
    }

    [Parallel]
    public static void FloatingExtremes(int[] keys, float[] values, float[] least, float[] greatest)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            least[keys[i]] = Math.Min(least[keys[i]], values[i]);
            greatest[keys[i]] = MathF.Max(values[i], greatest[keys[i]]);
        }
    }

    [Parallel]
    public static void FloatingExtremesByComparison(int[] keys, double[] values, double[] least, double[] greatest)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            if (values[i] < least[keys[i]])
                least[keys[i]] = values[i];
            if (values[i] > greatest[keys[i]])
                greatest[keys[i]] = values[i];
        }
    }

    [Parallel]
    public static float[] FloatingExtremesOfOwn(int[] keys, float[] values)
    {
        var least = new float[20];
        for (int i = 0; i < keys.Length; i++)
            least[keys[i]] = MathF.Min(values[i], least[keys[i]]);
        return least;
    }

    [Parallel]
    public static void Bits(uint[] values, uint[] all, uint[] any, uint[] parity)
    {
        foreach (uint value in values)
        {
            uint key = value % 32;
            all[key] &= value;
            any[key] |= value;
            parity[key] ^= value;
        }
    }

    [Parallel]
    public static void Where(float[] x, int[] counts)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0 && x[i] < 8)
                counts[(int)x[i]] += 2;
        }
    }

    [Parallel]
    public static void OfPairs(byte[] left, byte[] right, int[,] counts)
    {
        for (int i = 0; i < left.Length; i++)
            counts[left[i] >> 5, right[i] >> 6]++;
    }

    [Parallel]
    public static void OfSpan(ReadOnlySpan<byte> text, Span<int> counts)
    {
        foreach (byte letter in text)
            counts[letter]++;
    }

    [Parallel]
    public static int OnTheStack(byte[] text)
    {
        Span<int> counts = stackalloc int[256];
        for (int i = 0; i < text.Length; i++)
            counts[text[i]]++;
        int most = 0;
        for (int k = 0; k < 256; k++)
            most = Math.Max(most, counts[k]);
        return most;
    }

    [Parallel]
    public static int[] OfImage(byte[,] image)
    {
        var histogram = new int[16];
        for (int y = 0; y < image.GetLength(0); y++)
        {
            for (int x = 0; x < image.GetLength(1); x++)
                histogram[image[y, x] >> 4]++;
        }

        return histogram;
    }

    [Parallel]
    public static long WithSum(byte[] data, int[] counts)
    {
        long sum = 0;
        for (int i = 0; i < data.Length; i++)
        {
            sum += data[i];
            counts[data[i]]++;
        }

        return sum;
    }

    [Parallel]
    public static double[] OfDoubles(int[] keys, double[] values)
    {
        var sums = new double[16];
        for (int i = 0; i < keys.Length; i++)
            sums[keys[i]] += values[i];
        return sums;
    }

    [Parallel(FloatMode = FloatMode.Strict)]
    public static double[] OfDoublesInOrder(int[] keys, double[] values)
    {
        var sums = new double[16];
        for (int i = 0; i < keys.Length; i++)
            sums[keys[i]] += values[i];
        return sums;
    }

    [Parallel]
    public static void Columns(int[,] a, int[] sums)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < a.GetLength(1); j++)
                sums[j] += a[i, j];
        }
    }

    [Parallel]
    public static void ReadElsewhere(int[] keys, int[] counts)
    {
        for (int i = 0; i < keys.Length; i++)
            counts[keys[i]] += counts[0];
    }
}
