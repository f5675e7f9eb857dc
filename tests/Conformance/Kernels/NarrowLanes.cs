namespace AutoParallel.Conformance.Kernels;

/// <summary>Arithmetic that C# widens to <c>int</c> and whose results are bytes or 16-bit numbers: lanes may compute fewer bits.</summary>
internal static class NarrowLanes
{
    [Parallel]
    public static void Blend(byte[] x, byte[] y, int alpha, byte[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (byte)((x[i] * alpha + y[i] * (256 - alpha)) >> 8);
    }

    [Parallel]
    public static void Weighted(byte[] rgb, byte[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            int at = 3 * i;
            int sum = 77 * rgb[at] + 150 * rgb[at + 1] + 29 * rgb[at + 2];
            result[i] = (byte)(sum >> 8);
        }
    }

    [Parallel]
    public static void SignedTriples(sbyte[] xyz, short[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (short)((xyz[3 * i] - xyz[3 * i + 2]) * xyz[3 * i + 1]);
    }

    [Parallel]
    public static void MiddleOfThree(byte[] rgb, byte[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (byte)(rgb[3 * i + 1] ^ 85);
    }

    [Parallel]
    public static void Pairs(byte[] x, ushort[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (ushort)((x[2 * i] << 8) | x[2 * i + 1]);
    }

    [Parallel]
    public static void OneOfPair(byte[] x, byte[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (byte)(x[2 * i] + 1);
    }

    [Parallel]
    public static void Fours(sbyte[] x, sbyte[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (sbyte)((x[4 * i] + x[4 * i + 3] * 3) >> 2);
    }

    [Parallel]
    public static void Saturated(byte[] x, sbyte[] y, byte[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (byte)Math.Clamp(x[i] + 2 * y[i], 0, 255);
    }

    [Parallel]
    public static void Distances(byte[] x, byte[] y, byte[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (byte)Math.Abs(x[i] - y[i]);
    }

    [Parallel]
    public static void Extremes(short[] x, short[] y, short[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (short)(Math.Min(x[i], y[i]) - Math.Max(x[i], (int)y[i]));
    }

    [Parallel]
    public static void Averages(ushort[] x, ushort[] y, ushort[] result)
    {
        // The 17th bit of the sum is the highest of the result.
        for (int i = 0; i < result.Length; i++)
            result[i] = (ushort)((x[i] + y[i] + 1) >> 1);
    }

    [Parallel]
    public static void ByteAverages(byte[] x, byte[] y, byte[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (byte)((x[i] + y[i] + 1) >> 1);
    }

    [Parallel]
    public static void HighBits(short[] x, short[] y, short[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (short)((x[i] * y[i]) >> 15);
    }

    [Parallel]
    public static void SignedShifts(sbyte[] x, sbyte[] y, short[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (short)(((x[i] * y[i]) >> 3) + (x[i] >>> 2) + (y[i] << 17));
    }

    [Parallel]
    public static void Above(byte[] x, byte[] y, bool[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = x[i] - y[i] > 40 || x[i] + y[i] == 255;
    }

    [Parallel]
    public static void Chosen(byte[] x, sbyte[] y, bool[] which, byte[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            int value = x[i];
            if (which[i])
                value = value * y[i] + 7;
            else if (x[i] < 100)
                value = -value;
            result[i] = (byte)(value ^ (value >> 3));
        }
    }

    [Parallel]
    public static void Letters(char[] text, char[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = text[i] >= 'a' && text[i] <= 'z' ? (char)(text[i] - 32) : text[i];
    }

    [Parallel]
    public static void Powers(byte[] x, byte[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (byte)(x[i] * 5 / 8 + x[i] * 3 % 16);
    }

    [Parallel]
    public static void Unsigned(ushort[] x, uint factor, ushort[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            uint wide = x[i] * factor + 3u;
            byte low = (byte)wide;
            result[i] = (ushort)(wide + low);
        }
    }

    [Parallel]
    public static void Limited(Span<byte> x, byte limit)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int value = x[i] * 2;
            x[i] = (byte)(value > limit ? limit : value);
        }
    }

    [Parallel]
    public static void LimitedByAny(byte[] x, int limit)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int value = x[i] * 2;
            x[i] = (byte)(value > limit ? limit : value);
        }
    }

    [Parallel]
    public static void Image(byte[,] source, byte[,] target)
    {
        for (int y = 1; y < source.GetLength(0) - 1; y++)
        {
            for (int x = 1; x < source.GetLength(1) - 1; x++)
                target[y, x] = (byte)((source[y, x - 1] + 2 * source[y, x] + source[y, x + 1] + source[y - 1, x] + source[y + 1, x]) / 8);
        }
    }
}
