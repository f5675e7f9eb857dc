namespace Gallery.Imaging;

/// <summary>The picture that stands in for a photograph when none is named: hills under an evening sky, and a lake.</summary>
internal static class Landscape
{
    /// <summary>Where the lake begins, as a share of the height from the top.</summary>
    private const double Shore = 0.68;

    public static Picture Paint(int width, int height)
    {
        Picture picture = Picture.Black(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                double u = (double)x / width * 1.5;
                double v = (double)y / height;
                double mirrored = v < Shore ? v : 2 * Shore - v + 0.012 * Noise(u * 9, v * 160);
                (double red, double green, double blue) = Scene(u, mirrored);
                double light = v < Shore ? 1 : 0.72;
                int at = 3 * (y * width + x);
                picture.Samples[at] = Sample(red * light);
                picture.Samples[at + 1] = Sample(green * light);
                picture.Samples[at + 2] = Sample(blue * light + (1 - light) * 0.15);
            }
        }

        return picture;
    }

    private static (double Red, double Green, double Blue) Scene(double u, double v)
    {
        for (int range = 0; range < 3; range++)
        {
            if (v > Ridge(u, range))
            {
                double haze = range / 3.0;
                double texture = 0.75 + 0.5 * Fractal(u * 40, v * 60 + range);
                return (Mix(0.10 * texture, 0.75, haze), Mix(0.16 * texture, 0.52, haze), Mix(0.11 * texture, 0.55, haze));
            }
        }

        double dx = u - 1.05;
        double dy = v - 0.30;
        double glow = Math.Exp(-18 * (dx * dx + dy * dy));
        double disc = dx * dx + dy * dy < 0.0018 ? 1 : 0;
        double cloud = Math.Max(0, Fractal(u * 3, v * 14) - 0.5) * (1.2 - v);
        return (
            0.25 + 0.65 * v + 0.45 * glow + disc + cloud,
            0.32 + 0.25 * v + 0.30 * glow + disc + 0.8 * cloud,
            0.58 - 0.15 * v + 0.10 * glow + 0.6 * disc + 0.8 * cloud);
    }

    /// <summary>The upper edge of a range of hills; 0 is the nearest.</summary>
    private static double Ridge(double u, int range) =>
        Shore - 0.05 - 0.09 * range - (0.10 + 0.05 * range) * Fractal(u * (1.5 + range) + 17 * range, range);

    private static byte Sample(double value) => (byte)(255 * Math.Clamp(value, 0, 1));

    private static double Mix(double from, double to, double share) => from + (to - from) * share;

    /// <summary>Five octaves of value noise, 0 to 1.</summary>
    private static double Fractal(double x, double y)
    {
        double sum = 0;
        double weight = 0.5;
        for (int octave = 0; octave < 5; octave++)
        {
            sum += weight * Noise(x, y);
            x = 2 * x + 5.3;
            y = 2 * y + 1.7;
            weight /= 2;
        }

        return sum / 0.96875;
    }

    /// <summary>Smoothly interpolated random values on the whole-number grid, 0 to 1.</summary>
    private static double Noise(double x, double y)
    {
        int column = (int)Math.Floor(x);
        int row = (int)Math.Floor(y);
        double u = x - column;
        double v = y - row;
        u = u * u * (3 - 2 * u);
        v = v * v * (3 - 2 * v);
        return Mix(
            Mix(Lattice(column, row), Lattice(column + 1, row), u),
            Mix(Lattice(column, row + 1), Lattice(column + 1, row + 1), u),
            v);
    }

    private static double Lattice(int column, int row)
    {
        uint hash = (uint)column * 0x8DA6B343 ^ (uint)row * 0xD8163841;
        hash = (hash ^ (hash >> 15)) * 0x2C1B3C6D;
        hash = (hash ^ (hash >> 12)) * 0x297A2D39;
        return (hash ^ (hash >> 15)) / 4294967296.0;
    }
}
