namespace Gallery.Exhibits;

/// <summary>Random data, the same at every run for the same seed.</summary>
internal static class Sample
{
    public static float[] Floats(int count, float from, float to, int seed = 1)
    {
        var random = new Random(seed);
        var values = new float[count];
        for (int i = 0; i < count; i++)
            values[i] = from + (to - from) * random.NextSingle();
        return values;
    }

    public static double[] Doubles(int count, double from, double to, int seed = 1)
    {
        var random = new Random(seed);
        var values = new double[count];
        for (int i = 0; i < count; i++)
            values[i] = from + (to - from) * random.NextDouble();
        return values;
    }

    public static int[] Integers(int count, int from, int to, int seed = 1)
    {
        var random = new Random(seed);
        var values = new int[count];
        for (int i = 0; i < count; i++)
            values[i] = random.Next(from, to);
        return values;
    }
}
