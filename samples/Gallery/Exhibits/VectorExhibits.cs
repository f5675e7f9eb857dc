using Gallery.Kernels;

namespace Gallery.Exhibits;

/// <summary>The kernels of <see cref="Vectors"/> with their data.</summary>
internal static class VectorExhibits
{
    public static Exhibit Saxpy(Setting setting)
    {
        int count = setting.Size(10_000_000, 1_000_000);
        float[] x = Sample.Floats(count, -1, 1);
        float[] start = Sample.Floats(count, -1, 1, seed: 2);
        var y = new float[count];
        Action<float, float[], float[]> sequential = Vectors.Saxpy;
        return Exhibit.Filling(
            $"{count:N0} floats",
            y,
            () => sequential(0.5f, x, y),
            () => Vectors.Saxpy(0.5f, x, y),
            expected => Comparison.Bits<float>(expected, y),
            start);
    }

    public static Exhibit Dot(Setting setting)
    {
        int count = setting.Size(10_000_000, 1_000_000);
        double[] x = Sample.Doubles(count, -1, 1);
        double[] y = Sample.Doubles(count, -1, 1, seed: 2);
        double magnitude = x.Zip(y, (a, b) => Math.Abs(a * b)).Sum();
        double expected = 0;
        double actual = 0;
        Func<double[], double[], double> sequential = Vectors.Dot;
        return new Exhibit(
            $"{count:N0} doubles",
            () => expected = sequential(x, y),
            () => actual = Vectors.Dot(x, y),
            () => Comparison.Sums([expected], [actual], count, [magnitude]));
    }

    public static Exhibit SumOfSquares(Setting setting)
    {
        int[] values = Sample.Integers(setting.Size(10_000_000, 1_000_000), -1_000_000, 1_000_000);
        long expected = 0;
        long actual = 0;
        Func<int[], long> sequential = Vectors.SumOfSquares;
        return new Exhibit(
            $"{values.Length:N0} ints",
            () => expected = sequential(values),
            () => actual = Vectors.SumOfSquares(values),
            () => Comparison.Bits(expected, actual));
    }

    public static Exhibit Largest(Setting setting)
    {
        float[] values = Sample.Floats(setting.Size(10_000_000, 1_000_000), -1e6f, 1e6f);
        values[values.Length / 3] = float.NaN;
        float expected = 0;
        float actual = 0;
        Func<float[], float> sequential = Vectors.Largest;
        return new Exhibit(
            $"{values.Length:N0} floats",
            () => expected = sequential(values),
            () => actual = Vectors.Largest(values),
            () => Comparison.Bits(expected, actual));
    }
}
