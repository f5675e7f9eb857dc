using AutoParallel;

namespace Gallery.Kernels;

/// <summary>Loops over the bytes of a photograph: red, green, blue, row after row.</summary>
public static class Photographs
{
    /// <summary>Luma after ITU-R BT.601, in 1/256ths: <c>(77 R + 150 G + 29 B) / 256</c>.</summary>
    [Parallel]
    public static void Greyscale(byte[] rgb, byte[] grey)
    {
        for (int i = 0; i < grey.Length; i++)
            grey[i] = (byte)((77 * rgb[3 * i] + 150 * rgb[3 * i + 1] + 29 * rgb[3 * i + 2]) >> 8);
    }

    /// <summary>
    /// The mean over the square of side <c>2 · radius + 1</c> around each pixel, along the rows and then along the columns;
    /// the border pixels repeat outwards.
    /// </summary>
    [Parallel]
    public static void BoxBlur(byte[] source, byte[] scratch, byte[] target, int width, int height, int radius)
    {
        int side = 2 * radius + 1;
        int stride = 3 * width;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                for (int channel = 0; channel < 3; channel++)
                {
                    int sum = 0;
                    for (int k = -radius; k <= radius; k++)
                        sum += source[y * stride + 3 * Math.Clamp(x + k, 0, width - 1) + channel];
                    scratch[y * stride + 3 * x + channel] = (byte)(sum / side);
                }
            }
        }

        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < stride; x++)
            {
                int sum = 0;
                for (int k = -radius; k <= radius; k++)
                    sum += scratch[Math.Clamp(y + k, 0, height - 1) * stride + x];
                target[y * stride + x] = (byte)(sum / side);
            }
        }
    }
}
