namespace SideBySide;

/// <summary>The command line.</summary>
/// <param name="Mode">What to measure.</param>
/// <param name="Kernels">The kernels to measure; empty for all.</param>
/// <param name="Rounds">How often each peer has its turn at each kernel.</param>
/// <param name="Json">Whether to print JSON instead of tables.</param>
/// <param name="Way">What to serve, where this process is a peer.</param>
internal sealed record Options(Mode Mode, IReadOnlyList<string> Kernels, int Rounds, bool Json, string Way)
{
    public const string Usage = """
        Runs the same loops in C with OpenMP (gcc, clang), in numba, and in C# (ours, as written, Parallel.For by hand),
        interleaved, and prints medians and how ours compares. What is not installed is named and left out.

        Usage: dotnet run -c Release --project benchmarks/SideBySide -- [options]

          --kernels A,B     only these: empty, saxpy, dot, mandelbrot, black-scholes; and, only when named, latency
          --scoreboard      instead: the eighteen kernels, each at one size, with the compiler's verdict, the best peer and
                            the geometric mean; here --kernels takes the names of --scoreboard's cases, such as n-body
          --rounds N        turns of each peer at each kernel (default 5)
          --json            JSON instead of tables
          --never-slower    instead: every kernel of the gallery at sizes 0 to 10,000,000, rerouted against as written;
                            here --kernels takes the names of the gallery
          --help            this text
        """;

    /// <returns>The options, or null when the help is asked for.</returns>
    /// <exception cref="ArgumentException">An option is unknown or lacks its value.</exception>
    public static Options? Parse(string[] arguments)
    {
        var options = new Options(Mode.SideBySide, [], 5, false, "");
        for (int i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--help" or "-h":
                    return null;
                case "--json":
                    options = options with { Json = true };
                    break;
                case "--never-slower":
                    options = options with { Mode = Mode.NeverSlower };
                    break;
                case "--scoreboard":
                    options = options with { Mode = Mode.Scoreboard };
                    break;
                case "--serve":
                    options = options with { Mode = Mode.Serve, Way = Value() };
                    break;
                case "--kernels":
                    options = options with { Kernels = Value().Split(',', StringSplitOptions.RemoveEmptyEntries) };
                    break;
                case "--rounds":
                    options = options with
                    {
                        Rounds = int.TryParse(Value(), out int rounds) && rounds > 0
                            ? rounds
                            : throw new ArgumentException("--rounds needs a positive number"),
                    };
                    break;
                default:
                    throw new ArgumentException($"unknown option: {arguments[i]}");
            }

            string Value() => i + 1 < arguments.Length
                ? arguments[++i]
                : throw new ArgumentException($"{arguments[i]} needs a value");
        }

        return options;
    }
}
