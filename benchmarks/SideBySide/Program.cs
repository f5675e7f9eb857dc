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
        JsonReport.Write(output, set, results, latencies, comparer.Mismatches);
    }
    else
    {
        if (results.Count > 0)
            TableReport.Write(Console.Out, results, set.Peers);
        if (latencies.Count > 0)
            TableReport.Write(Console.Out, latencies, set.Peers);
    }

    foreach (string mismatch in comparer.Mismatches)
        Console.Error.WriteLine(mismatch);
    return comparer.Mismatches.Count == 0 ? 0 : 1;
}
