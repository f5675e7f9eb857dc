using System.Text.Json;
using SideBySide.Comparing;
using SideBySide.Peers;

namespace SideBySide.Reporting;

/// <summary>Results for programs; all times in nanoseconds.</summary>
internal static class JsonReport
{
    public static void Write(
        Stream output,
        PeerSet set,
        IReadOnlyList<Result> results,
        IReadOnlyList<LatencyResult> latencies,
        IReadOnlyList<ScoreboardRow> scoreboard,
        IReadOnlyList<string> mismatches)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("machine", Machine.Description);
        json.WriteStartObject("peers");
        foreach (Peer peer in set.Peers)
            json.WriteString(peer.Name, peer.Description);
        json.WriteEndObject();
        WriteStrings(json, "missing", set.Missing);
        WriteStrings(json, "mismatches", mismatches);
        json.WriteStartArray("kernels");
        foreach (Result result in results)
            Write(json, result);
        json.WriteEndArray();
        json.WriteStartArray("latency");
        foreach (LatencyResult result in latencies)
            Write(json, result);
        json.WriteEndArray();
        if (scoreboard.Count > 0)
            WriteScoreboard(json, scoreboard);
        json.WriteEndObject();
    }

    private static void WriteScoreboard(Utf8JsonWriter json, IReadOnlyList<ScoreboardRow> rows)
    {
        json.WriteStartArray("scoreboard");
        foreach (ScoreboardRow row in rows)
        {
            json.WriteStartObject();
            json.WriteString("title", row.Case.Title);
            json.WriteString("verdict", row.Verdict);
            if (double.IsFinite(row.Ratio))
            {
                json.WriteString("bestPeer", row.BestPeer);
                json.WriteNumber("bestPeerDividedByOurs", row.Ratio);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (ScoreboardRow.GeometricMean(rows) is var mean && double.IsFinite(mean))
            json.WriteNumber("geometricMeanOfBestPeerDividedByOurs", mean);
    }

    private static void Write(Utf8JsonWriter json, Result result)
    {
        json.WriteStartObject();
        json.WriteString("kernel", result.Case.Kernel);
        json.WriteNumber("size", result.Case.Size);
        double? ours = result.Median(PeerNames.Ours);
        foreach ((string peer, double[] times) in result.Nanoseconds)
        {
            double median = times[times.Length / 2];
            json.WriteStartObject(peer);
            json.WriteNumber("median", median);
            json.WriteNumber("least", times[0]);
            json.WriteNumber("greatest", times[^1]);
            if (ours is not null)
                json.WriteNumber("oursDividedByIt", ours.Value / median);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LatencyResult result)
    {
        json.WriteStartObject();
        json.WriteString("work", result.Work);
        json.WriteNumber("idleMicroseconds", result.Idle);
        json.WriteBoolean("busyThread", result.Busy);
        foreach ((string peer, (double median, double high)) in result.Nanoseconds)
        {
            json.WriteStartObject(peer);
            json.WriteNumber("median", median);
            json.WriteNumber("percentile99", high);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
