using System.Buffers.Binary;
using System.IO.Compression;

namespace Gallery.Imaging;

/// <summary>Reads 8-bit, non-interlaced PNG pictures in grey, grey with alpha, RGB and RGBA; the alpha is dropped.</summary>
internal static class PngReader
{
    /// <returns>A picture of 3 channels.</returns>
    /// <exception cref="InvalidDataException">The bytes are no PNG picture, are damaged, or are of another kind.</exception>
    public static Picture Read(ReadOnlySpan<byte> file)
    {
        using var compressed = new MemoryStream();
        ReadOnlySpan<byte> rest = file[8..];
        (int Width, int Height, int Channels)? header = null;
        bool ended = false;
        while (!ended)
        {
            ReadOnlySpan<byte> data = NextChunk(ref rest, out ReadOnlySpan<byte> type);
            if (header is null != type.SequenceEqual("IHDR"u8))
                throw new InvalidDataException("the PNG header is missing or comes twice");
            if (header is null)
                header = ReadHeader(data);
            else if (type.SequenceEqual("IDAT"u8))
                compressed.Write(data);
            else if (type.SequenceEqual("IEND"u8))
                ended = true;
            else if ((type[0] & 0x20) == 0 && !type.SequenceEqual("PLTE"u8))
                throw new InvalidDataException("the PNG picture holds a critical chunk of an unknown kind");
        }

        (int width, int height, int channels) = header!.Value;
        compressed.Position = 0;
        return new Picture(width, height, 3, ReadSamples(compressed, width, height, channels));
    }

    /// <summary>Takes one chunk off the front of <paramref name="rest"/> and checks its CRC.</summary>
    private static ReadOnlySpan<byte> NextChunk(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> type)
    {
        if (rest.Length < 12)
            throw new InvalidDataException("the PNG picture ends too early");
        uint length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - 12)
            throw new InvalidDataException("the PNG picture ends too early");
        type = rest.Slice(4, 4);
        ReadOnlySpan<byte> data = rest.Slice(8, (int)length);
        if (BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + (int)length)..]) != Crc32.Of(type, data))
            throw new InvalidDataException("the PNG picture is damaged: a checksum differs");
        rest = rest[(12 + (int)length)..];
        return data;
    }

    private static (int Width, int Height, int Channels) ReadHeader(ReadOnlySpan<byte> data)
    {
        if (data.Length != 13)
            throw new InvalidDataException("the PNG header is damaged");
        uint width = BinaryPrimitives.ReadUInt32BigEndian(data);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        Picture.CheckSize(width, height);
        int channels = data[9] switch { 0 => 1, 4 => 2, 2 => 3, 6 => 4, _ => 0 };
        if (data[8] != 8 || channels == 0 || data[12] != 0)
            throw new InvalidDataException("only 8-bit grey, RGB and RGBA PNG pictures without interlacing are supported");
        return ((int)width, (int)height, channels);
    }

    private static byte[] ReadSamples(Stream compressed, int width, int height, int channels)
    {
        int stride = checked(width * channels);
        var row = new byte[1 + stride];
        var above = new byte[1 + stride];
        var rgb = new byte[checked(3 * width * height)];
        using var inflate = new ZLibStream(compressed, CompressionMode.Decompress);
        for (int y = 0; y < height; y++)
        {
            try
            {
                inflate.ReadExactly(row);
            }
            catch (EndOfStreamException)
            {
                throw new InvalidDataException("the PNG picture ends too early");
            }

            Unfilter(row[0], row.AsSpan(1), above.AsSpan(1), channels);
            for (int x = 0; x < width; x++)
            {
                int at = 1 + x * channels;
                int green = channels < 3 ? 0 : 1;
                int target = 3 * (y * width + x);
                rgb[target] = row[at];
                rgb[target + 1] = row[at + green];
                rgb[target + 2] = row[at + 2 * green];
            }

            (row, above) = (above, row);
        }

        return rgb;
    }

    /// <summary>Undoes the filter of one row in place; <paramref name="above"/> is the row above, unfiltered.</summary>
    private static void Unfilter(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int channels)
    {
        if (filter > 4)
            throw new InvalidDataException("the PNG picture is damaged: an unknown filter");
        for (int x = 0; x < row.Length; x++)
        {
            int left = x < channels ? 0 : row[x - channels];
            int corner = x < channels ? 0 : above[x - channels];
            row[x] += filter switch
            {
                0 => 0,
                1 => (byte)left,
                2 => above[x],
                3 => (byte)((left + above[x]) / 2),
                _ => (byte)Paeth(left, above[x], corner),
            };
        }
    }

    private static int Paeth(int left, int above, int corner)
    {
        int toLeft = Math.Abs(above - corner);
        int toAbove = Math.Abs(left - corner);
        int toCorner = Math.Abs(left + above - 2 * corner);
        if (toLeft <= toAbove && toLeft <= toCorner)
            return left;
        return toAbove <= toCorner ? above : corner;
    }
}
