namespace Gallery.Imaging;

/// <summary>A picture of 8-bit samples, row after row from the top; 1 channel (grey) or 3 (red, green, blue).</summary>
internal sealed record Picture(int Width, int Height, int Channels, byte[] Samples)
{
    /// <summary>The largest picture that is read, in pixels.</summary>
    public const int MaxPixels = 100_000_000;

    /// <summary>An all-black picture of 3 channels.</summary>
    public static Picture Black(int width, int height) => new(width, height, 3, new byte[3 * width * height]);

    /// <exception cref="InvalidDataException">The size is not positive or above <see cref="MaxPixels"/>.</exception>
    public static void CheckSize(long width, long height)
    {
        if (width < 1 || height < 1 || width > MaxPixels || height > MaxPixels || width * height > MaxPixels)
            throw new InvalidDataException($"a size of {width} x {height} pixels is not supported");
    }
}
