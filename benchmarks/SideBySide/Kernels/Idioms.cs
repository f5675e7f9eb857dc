using AutoParallel;

namespace SideBySide.Kernels;

/// <summary>Loops that carry something from one iteration to the next.</summary>
public static class Idioms
{
    /// <summary>How often each byte occurs.</summary>
    [Parallel]
    public static void Histogram(byte[] values, int[] counts)
    {
        for (int b = 0; b < counts.Length; b++)
            counts[b] = 0;
        for (int i = 0; i < values.Length; i++)
            counts[values[i]]++;
    }

    /// <summary>The sum of all elements up to each one, modulo 2^32.</summary>
    [Parallel]
    public static void PrefixSum(int[] values, int[] sums)
    {
        int sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += values[i];
            sums[i] = sum;
        }
    }

    /// <summary>The place of the first largest value, or -1 where there is none.</summary>
    [Parallel]
    public static int LargestAt(float[] values)
    {
        float most = float.NegativeInfinity;
        int place = -1;
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] > most)
            {
                most = values[i];
                place = i;
            }
        }

        return place;
    }

    /// <summary>Copies the values above a limit to the front of the target, in their order, and counts them.</summary>
    [Parallel]
    public static int Filter(float[] values, float least, float[] target)
    {
        int count = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] > least)
                target[count++] = values[i];
        }

        return count;
    }
}
