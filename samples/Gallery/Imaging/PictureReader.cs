namespace Gallery.Imaging;

/// <summary>Reads a picture file, whose first bytes say what it is.</summary>
internal static class PictureReader
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <returns>A picture of 3 channels.</returns>
    /// <exception cref="InvalidDataException">The file is no picture that can be read; the message says why.</exception>
    public static Picture Read(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        if (file.AsSpan().StartsWith(PngSignature))
            return PngReader.Read(file);
        if (file.AsSpan().StartsWith("P6"u8))
            return PpmReader.Read(file);
        throw new InvalidDataException("only PNG and binary PPM (P6) pictures are supported");
    }
}
