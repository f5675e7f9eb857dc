using System.Globalization;
using SideBySide;
using SideBySide.Comparing;
using SideBySide.NeverSlower;
using SideBySide.Peers;
using SideBySide.Reporting;
using SideBySide.Serving;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    if (Options.Parse(args) is not { } options)
    {
        Console.WriteLine(Options.Usage);
        return 0;
    }

    switch (options.Mode)
    {
        case Mode.Serve:
            Server.Run(options.Way, Console.In, Console.Out);
            return 0;
        case Mode.NeverSlower:
            return Scan.Run(options.Kernels, Console.Out) ? 0 : 1;
        case Mode.Scoreboard:
            return MakeScoreboard(options);
        default:
            return CompareSideBySide(options);
    }
}
catch (Exception exception) when (exception is ArgumentException or PeerException)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}

static int CompareSideBySide(Options options)
{
    string[] known = [.. Case.All.Select(which => which.Kernel), "latency"];
    string? unknown = options.Kernels.Except(known).FirstOrDefault();
    if (unknown is not null)
        throw new ArgumentException($"no kernel is called {unknown}; --help lists them");
    using PeerSet set = PeerSet.Start();
    if (!options.Json)
        TableReport.WriteHeader(Console.Out, set);
    var comparer = new Comparer(set.Peers, options.Rounds);
    IEnumerable<Case> cases = Case.All.Where(which => options.Kernels.Count == 0 || options.Kernels.Contains(which.Kernel));
    List<Result> results = [.. cases.Select(comparer.Compare)];
    List<LatencyResult> latencies = options.Kernels.Contains("latency")
        ? [.. new LatencyComparer(set.Peers, options.Rounds).Compare()]
        : [];
    if (options.Json)
    {
        using Stream output = Console.OpenStandardOutput();
        JsonReport.Write(output, set, results, latencies, [], comparer.Mismatches);
    }
    else
    {
        if (results.Count > 0)
            TableReport.Write(Console.Out, results, set.Peers);
        if (latencies.Count > 0)
            TableReport.Write(Console.Out, latencies, set.Peers);
    }

    return Report(comparer.Mismatches);
}

static int MakeScoreboard(Options options)
{
    if (options.Kernels.Except(ScoreboardCase.All.Select(which => which.Case.Kernel)).FirstOrDefault() is { } unknown)
        throw new ArgumentException($"no kernel of the scoreboard is called {unknown}");
    using PeerSet set = PeerSet.Start();
    if (!options.Json)
        TableReport.WriteHeader(Console.Out, set);
    var verdicts = new KernelVerdicts();
    var comparer = new Comparer(set.Peers, options.Rounds);
    List<ScoreboardRow> rows =
    [
        .. ScoreboardCase.All
            .Where(which => options.Kernels.Count == 0 || options.Kernels.Contains(which.Case.Kernel))
            .Select(which => new ScoreboardRow(which, comparer.Compare(which.Case), verdicts.Of(which))),
    ];
    if (options.Json)
    {
        using Stream output = Console.OpenStandardOutput();
        JsonReport.Write(output, set, [.. rows.Select(row => row.Result)], [], rows, comparer.Mismatches);
    }
    else
    {
        TableReport.Write(Console.Out, rows, set.Peers);
    }

    return Report(comparer.Mismatches);
}

static int Report(IReadOnlyList<string> mismatches)
{
    foreach (string mismatch in mismatches)
        Console.Error.WriteLine(mismatch);
    return mismatches.Count == 0 ? 0 : 1;
}
