namespace Gallery;

/// <summary>The command line.</summary>
/// <param name="Output">The folder that the pictures are written to.</param>
/// <param name="Photo">The picture to blur and to turn grey, or null for the built-in one.</param>
/// <param name="Quick">Small data and few repeats.</param>
/// <param name="Only">The names of the kernels to run; empty for all.</param>
internal sealed record GalleryOptions(string Output, string? Photo, bool Quick, IReadOnlyList<string> Only)
{
    public const string Usage = """
        Runs a dozen familiar loops, each as written and with [Parallel], checks that both give the same, and compares the times.

        Usage: dotnet run -c Release --project samples/Gallery -- [options]

          --out DIR      folder for the pictures (default: artifacts/gallery)
          --photo FILE   picture to blur and to turn grey: PNG (8-bit grey, RGB or RGBA, not interlaced) or binary PPM
          --quick        small data and few repeats: a few seconds in all
          --only NAME    run only this kernel; may be given several times
          --help         this text

        Exit code: 0 when all results agree, 1 when one differs, 2 when the command line or a file is wrong.
        """;

    /// <returns>The options, or null when the help is asked for.</returns>
    /// <exception cref="UsageException">An option is unknown or lacks its value.</exception>
    public static GalleryOptions? Parse(string[] arguments)
    {
        string output = Path.Combine("artifacts", "gallery");
        string? photo = null;
        bool quick = false;
        var only = new List<string>();
        for (int i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--help" or "-h":
                    return null;
                case "--quick":
                    quick = true;
                    break;
                case "--out":
                    output = Value();
                    break;
                case "--photo":
                    photo = Value();
                    break;
                case "--only":
                    only.Add(Value());
                    break;
                default:
                    throw new UsageException($"unknown option: {arguments[i]}");
            }

            string Value() => i + 1 < arguments.Length
                ? arguments[++i]
                : throw new UsageException($"{arguments[i]} needs a value");
        }

        return new GalleryOptions(output, photo, quick, only);
    }
}
