namespace Gallery.Imaging;

/// <summary>Reads binary PPM pictures (<c>P6</c>) of 8 bits a sample.</summary>
internal static class PpmReader
{
    /// <exception cref="InvalidDataException">The bytes are damaged or of another kind.</exception>
    public static Picture Read(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> rest = file[2..];
        int width = NextNumber(ref rest);
        int height = NextNumber(ref rest);
        int largest = NextNumber(ref rest);
        Picture.CheckSize(width, height);
        if (largest != 255)
            throw new InvalidDataException("only PPM pictures with a largest sample of 255 are supported");
        int length = checked(3 * width * height);
        if (rest.Length < length + 1)
            throw new InvalidDataException("the PPM picture ends too early");
        return new Picture(width, height, 3, rest.Slice(1, length).ToArray());
    }

    /// <summary>Takes white space, comments and one number off the front; the byte after the number stays.</summary>
    private static int NextNumber(ref ReadOnlySpan<byte> rest)
    {
        int at = 0;
        while (at < rest.Length && (rest[at] == '#' || char.IsWhiteSpace((char)rest[at])))
        {
            if (rest[at] == '#')
            {
                while (at < rest.Length && rest[at] != '\n')
                    at++;
            }
            else
            {
                at++;
            }
        }

        int start = at;
        while (at < rest.Length && at - start < 9 && char.IsAsciiDigit((char)rest[at]))
            at++;
        if (start == 0 || at == start)
            throw new InvalidDataException("the PPM header is damaged");
        int number = int.Parse(rest[start..at]);
        rest = rest[at..];
        return number;
    }
}
