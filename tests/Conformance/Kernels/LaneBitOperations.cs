using System.Numerics;

namespace AutoParallel.Conformance.Kernels;

/// <summary>Division by powers of two, counts of bits, and functions that look at the bits of a number.</summary>
internal static class LaneBitOperations
{
    [Parallel]
    public static void DivideBy8(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] / 8 + x[i] % 16 * 3;
    }

    [Parallel]
    public static void DivideByLargest(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] / 0x40000000 + x[i] % 0x40000000 - x[i] / 1 + x[i] % 1 + x[i] / 2;
    }

    [Parallel]
    public static void DivideUnsigned(uint[] x, uint[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] / 0x80000000 + x[i] % 64;
    }

    [Parallel]
    public static void DivideLong(long[] x, long[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] / 0x4000000000000000 + x[i] % 1024 + x[i] / 16;
    }

    [Parallel]
    public static void DivideUnsignedLong(ulong[] x, ulong[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] / 0x8000000000000000 + x[i] % 0x10000000000 + x[i] / 4;
    }

    [Parallel]
    public static void DivideAmongLongs(int[] x, uint[] y, long[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (long)(x[i] / 4) * (x[i] % 8) + y[i] / 32 + y[i] % 4096;
    }

    [Parallel]
    public static void DivideBytes(sbyte[] x, sbyte[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (sbyte)(x[i] / 4 + x[i] % 4);
    }

    [Parallel]
    public static void DivideByNegative(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] / -8;
    }

    [Parallel]
    public static void Counts(uint[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = BitOperations.PopCount(x[i]) + 64 * BitOperations.LeadingZeroCount(x[i]) + 4096 * BitOperations.TrailingZeroCount(x[i]) - BitOperations.Log2(x[i]);
    }

    [Parallel]
    public static void CountsOfLongs(ulong[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = BitOperations.PopCount(x[i]) + 128 * BitOperations.LeadingZeroCount(x[i]) + 16384 * BitOperations.TrailingZeroCount(x[i]) - BitOperations.Log2(x[i]);
    }

    [Parallel]
    public static void CountsAmongLongs(int[] x, long[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = int.PopCount(x[i]) + 64L * int.LeadingZeroCount(x[i]) + 4096 * int.TrailingZeroCount(x[i]) + long.PopCount(x[i]) + BitOperations.Log2((uint)x[i]);
    }

    [Parallel]
    public static void CountsOfSigned(int[] x, uint[] y, uint[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = uint.PopCount(y[i]) ^ (uint)BitOperations.TrailingZeroCount(x[i]) ^ uint.LeadingZeroCount(y[i]);
    }

    [Parallel]
    public static int SumOfCounts(ulong[] x)
    {
        int sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += BitOperations.PopCount(x[i]);
        return sum;
    }

    [Parallel]
    public static void RoundAway(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Round(x[i], MidpointRounding.AwayFromZero);
    }

    [Parallel]
    public static void RoundAwaySingle(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Round(x[i], MidpointRounding.AwayFromZero);
    }

    [Parallel]
    public static void RoundAwayAmongDoubles(float[] x, double[] y, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Round(x[i], MidpointRounding.AwayFromZero) + Math.Round(y[i], MidpointRounding.ToZero);
    }

    [Parallel]
    public static void Bits(float[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = BitConverter.SingleToInt32Bits(x[i]) ^ 0x5F3759DF;
    }

    [Parallel]
    public static void BitsOfDoubles(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(x[i]) & 0x7FFFFFFFFFFFFFFF);
    }

    [Parallel]
    public static void Negatives(double[] x, bool[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = double.IsNegative(x[i]) || double.IsPositiveInfinity(x[i]);
    }
}
