using SideBySide.Comparing;
using SideBySide.Peers;

namespace SideBySide.Reporting;

/// <summary>Results as tables for people.</summary>
internal static class TableReport
{
    public static void WriteHeader(TextWriter output, PeerSet set)
    {
        output.WriteLine(Machine.Description);
        foreach (Peer peer in set.Peers)
            output.WriteLine($"  {peer.Name}: {peer.Description}");
        foreach (string missing in set.Missing)
            output.WriteLine($"  {missing}");
    }

    /// <summary>Medians in µs, and in brackets ours divided by them: below 1, ours is faster.</summary>
    public static void Write(TextWriter output, IReadOnlyList<Result> results, IReadOnlyList<Peer> peers)
    {
        output.WriteLine();
        output.WriteLine("Median of the rounds in µs; in brackets ours divided by it: below 1, ours is faster.");
        List<string[]> rows = [["kernel", "size", .. peers.Select(peer => peer.Name)]];
        foreach (Result result in results)
        {
            double? ours = result.Median(PeerNames.Ours);
            rows.Add(
            [
                result.Case.Kernel,
                result.Case.Size == 0 ? "" : $"{result.Case.Size:N0}",
                .. peers.Select(peer => Cell(result.Median(peer.Name), peer.Name == PeerNames.Ours ? null : ours)),
            ]);
        }

        TextTable.Write(output, rows);
    }

    /// <summary>The scoreboard: medians in µs, the best peer's time divided by ours, and what the compiler says.</summary>
    public static void Write(TextWriter output, IReadOnlyList<ScoreboardRow> rows, IReadOnlyList<Peer> peers)
    {
        output.WriteLine();
        output.WriteLine("Median of the rounds in µs; last the time of the best peer divided by ours: above 1, ours is faster.");
        List<string[]> lines = [["kernel", "size", .. peers.Select(peer => peer.Name), "best peer", "best/ours"]];
        foreach (ScoreboardRow row in rows)
        {
            lines.Add(
            [
                row.Case.Title,
                $"{row.Case.Case.Size:N0}",
                .. peers.Select(peer => Cell(row.Result.Median(peer.Name), null)),
                row.BestPeer ?? "-",
                double.IsFinite(row.Ratio) ? $"{row.Ratio:0.00}" : "-",
            ]);
        }

        TextTable.Write(output, lines);
        output.WriteLine();
        foreach (ScoreboardRow row in rows)
            output.WriteLine($"{row.Case.Title}: {row.Verdict}");
        output.WriteLine();
        output.WriteLine($"geometric mean of best peer / ours over {rows.Count} kernels: {ScoreboardRow.GeometricMean(rows):0.00}");
        if (rows.Where(row => double.IsFinite(row.Ratio)).MinBy(row => row.Ratio) is { } worst)
            output.WriteLine($"worst: {worst.Case.Title}, {worst.Ratio:0.00} ({worst.BestPeer})");
    }

    /// <summary>Medians and 99th percentiles in µs.</summary>
    public static void Write(TextWriter output, IReadOnlyList<LatencyResult> results, IReadOnlyList<Peer> peers)
    {
        output.WriteLine();
        output.WriteLine("One region some time after the last one: median and 99th percentile in µs.");
        string[] names =
            [.. peers.Select(peer => peer.Name).Where(name => results.Any(result => result.Nanoseconds.ContainsKey(name)))];
        List<string[]> rows = [["region", "idle before", "other load", .. names]];
        foreach (LatencyResult result in results)
        {
            rows.Add(
            [
                result.Work,
                $"{result.Idle} µs",
                result.Busy ? "a busy thread" : "none",
                .. names.Select(name => result.Nanoseconds.TryGetValue(name, out (double Median, double High) times)
                    ? $"{Microseconds(times.Median)} / {Microseconds(times.High)}"
                    : "-"),
            ]);
        }

        TextTable.Write(output, rows);
    }

    private static string Cell(double? nanoseconds, double? ours) => nanoseconds switch
    {
        null => "-",
        double time when ours is null => Microseconds(time),
        double time => $"{Microseconds(time)} ({ours / time:0.00})",
    };

    private static string Microseconds(double nanoseconds) => (nanoseconds / 1000) switch
    {
        >= 100 and double time => $"{time:N0}",
        >= 10 and double time => $"{time:0.0}",
        double time => $"{time:0.00}",
    };
}
