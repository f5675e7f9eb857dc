using System.Buffers.Binary;
using System.IO.Compression;

namespace Gallery.Imaging;

/// <summary>Writes 8-bit grey and RGB pictures as PNG (ISO/IEC 15948).</summary>
internal static class PngWriter
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static void Write(string path, Picture picture)
    {
        using FileStream file = File.Create(path);
        Write(file, picture);
    }

    public static void Write(Stream stream, Picture picture)
    {
        stream.Write(Signature);
        WriteChunk(stream, "IHDR"u8, Header(picture));
        WriteChunk(stream, "IDAT"u8, Compress(picture));
        WriteChunk(stream, "IEND"u8, []);
    }

    private static byte[] Header(Picture picture)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        header[8] = 8;
        header[9] = (byte)(picture.Channels == 1 ? 0 : 2);
        return header;
    }

    /// <summary>Every row as its differences to the pixel on the left (filter 1, "Sub"), deflated.</summary>
    private static byte[] Compress(Picture picture)
    {
        int stride = picture.Width * picture.Channels;
        var row = new byte[1 + stride];
        row[0] = 1;
        using var compressed = new MemoryStream();
        using (var deflate = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (int y = 0; y < picture.Height; y++)
            {
                ReadOnlySpan<byte> samples = picture.Samples.AsSpan(y * stride, stride);
                for (int x = 0; x < stride; x++)
                    row[x + 1] = (byte)(samples[x] - (x < picture.Channels ? 0 : samples[x - picture.Channels]));
                deflate.Write(row);
            }
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(Stream stream, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        stream.Write(number);
        stream.Write(type);
        stream.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(type, data));
        stream.Write(number);
    }
}
