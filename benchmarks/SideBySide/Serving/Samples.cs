namespace SideBySide.Serving;

/// <summary>The same numbers in every language: 16 bits of a multiplicative hash of the index, scaled to [from, to).</summary>
internal static class Samples
{
    public static float[] Floats(int count, int stream, double from, double to)
    {
        var values = new float[count];
        for (int i = 0; i < count; i++)
            values[i] = (float)At(i, stream, from, to);
        return values;
    }

    public static double[] Doubles(int count, int stream, double from, double to)
    {
        var values = new double[count];
        for (int i = 0; i < count; i++)
            values[i] = At(i, stream, from, to);
        return values;
    }

    /// <summary>Truncated to whole numbers.</summary>
    public static int[] Integers(int count, int stream, double from, double to)
    {
        var values = new int[count];
        for (int i = 0; i < count; i++)
            values[i] = (int)At(i, stream, from, to);
        return values;
    }

    public static byte[] Bytes(int count, int stream)
    {
        var values = new byte[count];
        for (int i = 0; i < count; i++)
            values[i] = (byte)At(i, stream, 0, 256);
        return values;
    }

    /// <summary>A square, row after row.</summary>
    public static double[,] Square(int side, int stream, double from, double to)
    {
        var values = new double[side, side];
        for (int i = 0; i < values.Length; i++)
            values[i / side, i % side] = At(i, stream, from, to);
        return values;
    }

    private static double At(int index, int stream, double from, double to)
    {
        uint hash = ((uint)index + 1) * 2654435761u + (uint)stream * 40503u;
        return from + (to - from) * ((hash >> 8) & 0xFFFF) / 65536.0;
    }
}
