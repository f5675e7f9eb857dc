using Gallery.Imaging;
using Gallery.Kernels;

namespace Gallery.Exhibits;

/// <summary>The kernels of <see cref="Photographs"/> with their data.</summary>
internal static class PhotographExhibits
{
    private const int Radius = 6;

    public static Exhibit Greyscale(Setting setting)
    {
        Picture photo = setting.Photo;
        var grey = new byte[photo.Width * photo.Height];
        Action<byte[], byte[]> sequential = Photographs.Greyscale;
        return Exhibit.Filling(
            $"{photo.Width} x {photo.Height} bytes RGB",
            grey,
            () => sequential(photo.Samples, grey),
            () => Photographs.Greyscale(photo.Samples, grey),
            expected => Comparison.Bits<byte>(expected, grey)) with
        {
            Picture = () => new Picture(photo.Width, photo.Height, 1, grey),
        };
    }

    public static Exhibit BoxBlur(Setting setting)
    {
        Picture photo = setting.Photo;
        var scratch = new byte[photo.Samples.Length];
        var blurred = new byte[photo.Samples.Length];
        Action<byte[], byte[], byte[], int, int, int> sequential = Photographs.BoxBlur;
        return Exhibit.Filling(
            $"{photo.Width} x {photo.Height}, radius {Radius}",
            blurred,
            () => sequential(photo.Samples, scratch, blurred, photo.Width, photo.Height, Radius),
            () => Photographs.BoxBlur(photo.Samples, scratch, blurred, photo.Width, photo.Height, Radius),
            expected => Comparison.Bits<byte>(expected, blurred)) with
        {
            Picture = () => new Picture(photo.Width, photo.Height, 3, blurred),
        };
    }
}
