using System.Diagnostics;

namespace SideBySide.NeverSlower;

/// <summary>Compares rerouted calls with the methods as written over all sizes, and marks those slower beyond noise.</summary>
internal static class Scan
{
    /// <summary>Slower by less than this factor is noise.</summary>
    private const double Factor = 1.10;

    /// <summary>Slower by fewer nanoseconds a call is noise.</summary>
    private const double Nanoseconds = 3;

    /// <summary>A size counts as slower when so many measurements in a row say so.</summary>
    private const int Attempts = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private static readonly int[] Sizes =
        [0, 1, 2, 3, 5, 8, 10, 16, 31, 64, 100, 128, 256, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

    /// <returns>Whether no rerouted call is slower.</returns>
    /// <exception cref="ArgumentException">There is no kernel of such a name.</exception>
    public static bool Run(IReadOnlyList<string> names, TextWriter output)
    {
        string[] known = [.. Kernels.All.Select(kernel => kernel.Name)];
        if (names.Except(known).FirstOrDefault() is { } unknown)
            throw new ArgumentException($"no kernel is called {unknown}; there are {string.Join(", ", known)}");
        output.WriteLine(Machine.Description);
        output.WriteLine("Time of the rerouted call divided by that of the method as written; ! marks slower beyond noise.");
        output.WriteLine(string.Concat("".PadRight(14), string.Concat(Sizes.Select(size => Size(size).PadLeft(7)))));
        var slower = new List<string>();
        foreach ((string name, Func<int, Pair> prepare) in Kernels.All)
        {
            if (names.Count > 0 && !names.Contains(name))
                continue;
            output.Write(name.PadRight(14));
            foreach (int size in Sizes)
            {
                (double asWritten, double rerouted) = Measure(() => prepare(size));
                bool isSlower = IsSlower(asWritten, rerouted);
                output.Write($"{rerouted / asWritten:0.00}{(isSlower ? "!" : " ")}".PadLeft(7));
                output.Flush();
                if (isSlower)
                    slower.Add($"{name} at {size}: {asWritten:N1} ns as written, {rerouted:N1} ns rerouted");
            }

            output.WriteLine();
        }

        output.WriteLine(slower.Count == 0 ? "No rerouted call is slower." : $"{slower.Count} rerouted calls are slower:");
        foreach (string line in slower)
            output.WriteLine($"  {line}");
        return slower.Count == 0;
    }

    /// <summary>
    /// The median nanoseconds of a call; again, with data elsewhere in memory and after a pause in which the runtime finishes
    /// optimising what it saw called often, while rerouted seems slower.
    /// </summary>
    private static (double AsWritten, double Rerouted) Measure(Func<Pair> prepare)
    {
        (double AsWritten, double Rerouted) result = default;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            result = MeasureOnce(prepare());
            if (!IsSlower(result.AsWritten, result.Rerouted))
                break;
            Thread.Sleep(Pause);
        }

        return result;
    }

    private static bool IsSlower(double asWritten, double rerouted) =>
        rerouted > Factor * asWritten && rerouted - asWritten > Nanoseconds;

    private static (double AsWritten, double Rerouted) MeasureOnce(Pair pair)
    {
        const double LeastBatch = 100_000;
        const double LeastTotal = 20_000_000;
        int repeats = 1;
        pair.Rerouted(1);
        double estimate = Time(pair.AsWritten, 1);
        while ((estimate = Time(pair.AsWritten, repeats)) < LeastBatch)
            repeats *= 2;
        int batches = (int)Math.Clamp(LeastTotal / estimate, 3, 101) | 1;
        var asWritten = new double[batches];
        var rerouted = new double[batches];
        for (int i = 0; i < batches; i++)
        {
            asWritten[i] = Time(pair.AsWritten, repeats) / repeats;
            rerouted[i] = Time(pair.Rerouted, repeats) / repeats;
        }

        Array.Sort(asWritten);
        Array.Sort(rerouted);
        return (asWritten[batches / 2], rerouted[batches / 2]);
    }

    private static double Time(Action<int> run, int repeats)
    {
        long start = Stopwatch.GetTimestamp();
        run(repeats);
        return (Stopwatch.GetTimestamp() - start) * (1e9 / Stopwatch.Frequency);
    }

    private static string Size(int size) => size switch
    {
        >= 1_000_000 => $"{size / 1_000_000}M",
        >= 1_000 => $"{size / 1_000}k",
        _ => $"{size}",
    };
}
