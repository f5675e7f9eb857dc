using SideBySide.Peers;

namespace SideBySide.Comparing;

/// <summary>
/// What an interactive program feels: a region back to back with the last one, 200 µs after it, and 10 ms after it, on a quiet
/// machine and with one thread busy elsewhere; empty regions, and a loop worth about 10 µs with all threads and with one.
/// </summary>
internal sealed class LatencyComparer(IReadOnlyList<Peer> peers, int rounds)
{
    /// <summary>Elements of a saxpy that takes one thread about 10 µs.</summary>
    private const int LoopSize = 200_000;

    private const int PauseMilliseconds = 220;

    private static readonly (string Work, string Request)[] Works =
    [
        ("empty region", "prepare empty 0"),
        ("10 µs loop", $"prepare saxpy {LoopSize}"),
        ("10 µs loop, one thread", $"prepare saxpy-one-thread {LoopSize}"),
    ];

    private static readonly (int Idle, int Count)[] Idles = [(0, 5_000), (200, 500), (10_000, 50)];

    public IEnumerable<LatencyResult> Compare()
    {
        foreach ((string work, string request) in Works)
        {
            List<Peer> able = [.. peers.Where(peer => peer.Ask(request) is not null)];
            foreach ((int idle, int count) in Idles)
            {
                foreach (bool busy in (bool[])[false, true])
                    yield return new LatencyResult(work, idle, busy, Measure(able, idle, count, busy));
            }
        }
    }

    private Dictionary<string, (double Median, double High)> Measure(List<Peer> able, int idle, int count, bool busy)
    {
        var times = new Dictionary<string, List<double[]>>();
        for (int round = 0; round < rounds; round++)
        {
            foreach (Peer peer in able)
            {
                Thread.Sleep(PauseMilliseconds);
                using var load = new BusyThread(busy);
                if (peer.Ask($"latency {idle} {count}") is { } pair)
                {
                    times.TryAdd(peer.Name, []);
                    times[peer.Name].Add(pair);
                }
            }
        }

        return times.ToDictionary(entry => entry.Key, entry => (Median(entry.Value, 0), Median(entry.Value, 1)));
    }

    private static double Median(List<double[]> pairs, int column) =>
        pairs.Select(pair => pair[column]).Order().ElementAt(pairs.Count / 2);
}
