using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AutoParallel;
using Gallery;
using Gallery.Exhibits;
using Gallery.Imaging;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    if (GalleryOptions.Parse(args) is not { } options)
    {
        Console.WriteLine(GalleryOptions.Usage);
        return 0;
    }

    List<Entry> entries = Choose(options.Only);
    Directory.CreateDirectory(options.Output);
    Picture photo = options.Photo is null
        ? Landscape.Paint(options.Quick ? 480 : 1440, options.Quick ? 320 : 960)
        : PictureReader.Read(options.Photo);
    string vectors = Vector512.IsHardwareAccelerated ? "512-bit vectors"
        : Vector256.IsHardwareAccelerated ? "256-bit vectors"
        : Vector128.IsHardwareAccelerated ? "128-bit vectors"
        : "no vectors";
    Console.WriteLine($"{Workers.Count} workers, {vectors}, {RuntimeInformation.FrameworkDescription}");

    var runner = new Runner(new Setting(options.Quick, photo), options.Output);
    List<Row> rows = Report.Show(entries, runner.Run);
    Console.WriteLine($"pictures are in {Path.GetFullPath(options.Output)}");
    int differing = rows.Count(row => !row.Comparison.Agrees);
    if (differing == 0)
        return 0;
    Console.Error.WriteLine($"{differing} of {rows.Count} results differ");
    return 1;
}
catch (UsageException exception)
{
    Console.Error.WriteLine(exception.Message);
    Console.Error.WriteLine("--help lists the options");
    return 2;
}
catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}

static List<Entry> Choose(IReadOnlyList<string> names)
{
    string? unknown = names.FirstOrDefault(name => Catalogue.Entries.All(entry => entry.Name != name));
    if (unknown is not null)
    {
        string known = string.Join(", ", Catalogue.Entries.Select(entry => entry.Name));
        throw new UsageException($"no kernel is called {unknown}; there are {known}");
    }

    return [.. Catalogue.Entries.Where(entry => names.Count == 0 || names.Contains(entry.Name))];
}
