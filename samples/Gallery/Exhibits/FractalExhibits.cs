using Gallery.Imaging;
using Gallery.Kernels;

namespace Gallery.Exhibits;

/// <summary>The kernels of <see cref="Fractals"/> with their data.</summary>
internal static class FractalExhibits
{
    private const int Limit = 256;

    public static Exhibit Mandelbrot(Setting setting)
    {
        int side = setting.Size(1024, 256);
        var iterations = new int[side * side];
        Action<int[], int, int, int> sequential = Fractals.Mandelbrot;
        return Exhibit.Filling(
            $"{side} x {side}, limit {Limit}",
            iterations,
            () => sequential(iterations, side, side, Limit),
            () => Fractals.Mandelbrot(iterations, side, side, Limit),
            expected => Comparison.Bits<int>(expected, iterations)) with
        {
            Picture = () => Colour(iterations, side, side),
        };
    }

    public static Exhibit Collatz(Setting setting)
    {
        var steps = new int[setting.Size(500_000, 50_000)];
        Action<int[]> sequential = Fractals.Collatz;
        return Exhibit.Filling(
            $"1 to {steps.Length:N0}",
            steps,
            () => sequential(steps),
            () => Fractals.Collatz(steps),
            expected => Comparison.Bits<int>(expected, steps));
    }

    /// <summary>Points of the set black, the others by how soon they leave: dark blue, gold, white.</summary>
    private static Picture Colour(int[] iterations, int width, int height)
    {
        Picture picture = Picture.Black(width, height);
        for (int i = 0; i < iterations.Length; i++)
        {
            if (iterations[i] == Limit)
                continue;
            double t = Math.Sqrt((double)iterations[i] / Limit);
            picture.Samples[3 * i] = (byte)(255 * Math.Min(1, 2.2 * t));
            picture.Samples[3 * i + 1] = (byte)(255 * Math.Min(1, 1.4 * t));
            picture.Samples[3 * i + 2] = (byte)(255 * (0.25 + 0.75 * t));
        }

        return picture;
    }
}
