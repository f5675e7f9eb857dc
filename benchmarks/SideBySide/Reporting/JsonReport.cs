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
        json.WriteEndObject();
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
