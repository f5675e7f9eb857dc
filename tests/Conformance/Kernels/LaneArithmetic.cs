using System.Numerics;

namespace AutoParallel.Conformance.Kernels;

/// <summary>Integer arithmetic that throws for some operands, shifts by counts that differ, and functions with several forms.</summary>
internal static class LaneArithmetic
{
    [Parallel]
    public static void Quotients(int[] x, int[] y, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] / y[i] + x[i] % y[i];
    }

    [Parallel]
    public static void UnsignedQuotients(uint[] x, uint[] y, uint[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] / y[i] ^ x[i] % y[i];
    }

    [Parallel]
    public static void LongQuotients(long[] x, long[] y, long[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] / y[i] - x[i] % y[i];
    }

    [Parallel]
    public static void BytesByConstant(byte[] x, byte[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (byte)(x[i] / 7 + x[i] % 10);
    }

    [Parallel]
    public static void ByInvariant(int[] x, int divisor, long[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] / divisor;
    }

    [Parallel]
    public static void WhereNotZero(int[] x, int[] y, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (y[i] != 0 && y[i] != -1)
                result[i] = x[i] / y[i];
        }
    }

    [Parallel]
    public static long SumOfRemainders(int[] x, int[] y)
    {
        long sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += y[i] == 0 || y[i] == -1 ? 1 : x[i] % y[i];
        return sum;
    }

    [Parallel]
    public static void Shifts(int[] x, int[] counts, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (x[i] << counts[i]) ^ (x[i] >> counts[i]) ^ (x[i] >>> (counts[i] + 1));
    }

    [Parallel]
    public static void WideShifts(long[] x, int[] counts, ulong[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (ulong)(x[i] << counts[i]) ^ (ulong)(x[i] >> counts[i]) ^ ((ulong)x[i] >> counts[i]) ^ (uint)((int)x[i] >>> counts[i]);
    }

    [Parallel]
    public static void Rotate(uint[] x, int count, uint[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = BitOperations.RotateLeft(x[i], 7) ^ BitOperations.RotateRight(x[i], count);
    }

    [Parallel]
    public static void RotateEach(uint[] x, int[] by, uint[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = BitOperations.RotateLeft(x[i], by[i]) ^ BitOperations.RotateRight(x[i] + 1, by[i]) ^ (uint)int.RotateLeft((int)x[i] - 3, by[i] + 1);
    }

    [Parallel]
    public static void RotateEachWide(ulong[] x, int[] by, ulong[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = BitOperations.RotateLeft(x[i], by[i]) ^ BitOperations.RotateRight((uint)x[i], by[i]) ^ (ulong)long.RotateRight((long)x[i], by[i]);
    }

    [Parallel]
    public static void RotateWide(ulong[] x, ulong[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = BitOperations.RotateLeft(x[i], 23) * 5;
    }

    [Parallel]
    public static void AbsAndSign(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Abs(x[i]) * Math.Sign(x[i]);
    }

    [Parallel]
    public static void AbsOfSome(long[] x, long[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] == long.MinValue ? 0 : Math.Abs(x[i]);
    }

    [Parallel]
    public static void Clamp(float[] x, float least, float most, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Clamp(x[i], least, most);
    }

    [Parallel]
    public static void ClampToBytes(int[] x, byte[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (byte)Math.Clamp(x[i], 0, 255);
    }

    [Parallel]
    public static void SignOfReal(double[] x, long[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Sign(x[i]);
    }

    [Parallel]
    public static void Roundings(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            result[i] = Math.Round(x[i], MidpointRounding.ToZero) + Math.Round(x[i] * 2, MidpointRounding.ToNegativeInfinity)
                - Math.Round(x[i] / 2, MidpointRounding.ToPositiveInfinity) + Math.Round(x[i], MidpointRounding.ToEven);
        }
    }

    [Parallel]
    public static void Finite(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = float.IsFinite(x[i]) ? x[i] : float.IsInfinity(x[i]) ? 1 : 2;
    }

    [Parallel]
    public static void SoftPlus(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Log(1 + Math.Exp(x[i]));
    }

    [Parallel]
    public static void Logistic(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = 1 / (1 + MathF.Exp(-x[i]));
    }

    [Parallel]
    public static void ScaleRows(double[][] rows, double factor)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < rows[i].Length; j++)
                rows[i][j] *= factor;
        }
    }

    [Parallel]
    public static void SumOfRows(double[][] rows, double[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            double sum = 0;
            for (int j = 0; j < rows[i].Length; j++)
                sum += rows[i][j];
            result[i] = sum;
        }
    }
}
