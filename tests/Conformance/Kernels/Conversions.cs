namespace AutoParallel.Conformance.Kernels;

/// <summary>Conversions between element types.</summary>
internal static class Conversions
{
    [Parallel]
    public static void Int32ToSingle(int[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i];
    }

    [Parallel]
    public static void SingleToInt32(float[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (int)x[i];
    }

    [Parallel]
    public static void UInt32ToSingle(uint[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i];
    }

    [Parallel]
    public static void SingleToUInt32(float[] x, uint[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (uint)x[i];
    }

    [Parallel]
    public static void Int64ToDouble(long[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i];
    }

    [Parallel]
    public static void DoubleToInt64(double[] x, long[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (long)x[i];
    }

    [Parallel]
    public static void UInt64ToDouble(ulong[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i];
    }

    [Parallel]
    public static void DoubleToUInt64(double[] x, ulong[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (ulong)x[i];
    }

    [Parallel]
    public static void Int32ToUInt32(int[] x, uint[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (uint)x[i] * 3;
    }

    [Parallel]
    public static void Int64ToUInt64(long[] x, ulong[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (ulong)x[i] >> 1;
    }

    [Parallel]
    public static void ByteToSByte(byte[] x, sbyte[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (sbyte)x[i];
    }

    [Parallel]
    public static void UInt16ToInt16(ushort[] x, short[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (short)x[i];
    }

    [Parallel]
    public static void SingleToDouble(float[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] * 0.1;
    }

    [Parallel]
    public static void DoubleToSingle(double[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (float)(x[i] / 3);
    }

    [Parallel]
    public static void Int32ToDouble(int[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] / 7.0;
    }

    [Parallel]
    public static void DoubleToInt32(double[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (int)x[i];
    }

    [Parallel]
    public static void ByteToInt32(byte[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] * x[i] - 255;
    }

    [Parallel]
    public static void SByteToInt64(sbyte[] x, long[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (long)x[i] << 40;
    }

    [Parallel]
    public static void Int32ToByte(int[] x, byte[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (byte)(x[i] >> 4);
    }

    [Parallel]
    public static void SingleToByte(float[] x, byte[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (byte)(x[i] * 10);
    }

    [Parallel]
    public static void ByteToSingle(byte[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] / 255f;
    }

    [Parallel]
    public static void Int64ToInt32(long[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (int)x[i];
    }

    [Parallel]
    public static void HalfToSingle(Half[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (float)x[i] + 1;
    }

    [Parallel]
    public static void SingleToHalf(float[] x, Half[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (Half)x[i];
    }

    [Parallel]
    public static void CharToUInt16(char[] x, ushort[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i];
    }

    [Parallel]
    public static void CheckedNarrowing(long[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = checked((int)x[i]);
    }

    [Parallel]
    public static void SingleBits(float[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = BitConverter.SingleToInt32Bits(x[i]) & 0x7FFFFFFF;
    }

    [Parallel]
    public static void Quantize(float[] x, float scale, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (int)(x[i] * scale) / scale;
    }

    [Parallel]
    public static long SumOfBytes(byte[] x)
    {
        long sum = 0;
        foreach (byte b in x)
            sum += b;
        return sum;
    }

    [Parallel]
    public static long SumOfSquares(int[] x)
    {
        long sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += (long)x[i] * x[i];
        return sum;
    }

    [Parallel]
    public static double MeanOfSingles(float[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum / x.Length;
    }

    [Parallel]
    public static void SingleToInt16(float[] x, short[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (short)x[i];
    }

    [Parallel]
    public static void SingleToSByte(float[] x, sbyte[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (sbyte)x[i];
    }

    [Parallel]
    public static void SingleToChar(float[] x, char[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (char)x[i];
    }

    [Parallel]
    public static void DoubleToUInt32(double[] x, uint[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (uint)x[i];
    }

    [Parallel]
    public static void DoubleToByte(double[] x, byte[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (byte)x[i];
    }

    [Parallel]
    public static void DoubleToInt16(double[] x, short[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = (short)x[i];
    }
}
