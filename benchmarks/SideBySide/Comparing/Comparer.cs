using SideBySide.Peers;

namespace SideBySide.Comparing;

/// <summary>Gives every peer its turn at every case, round after round.</summary>
internal sealed class Comparer(IReadOnlyList<Peer> peers, int rounds)
{
    /// <summary>How long one turn measures.</summary>
    private const int TurnMilliseconds = 120;

    /// <summary>The pause between two turns: LLVM's OpenMP keeps its threads spinning for 200 ms by default.</summary>
    private const int PauseMilliseconds = 220;

    /// <summary>The greatest relative difference between two peers' sums; fast-math reassociates and approximates.</summary>
    private const double Tolerance = 1e-3;

    /// <summary>What came out differently from the sequential method's; empty if nothing.</summary>
    public List<string> Mismatches { get; } = [];

    public Result Compare(Case which)
    {
        var able = new List<Peer>();
        var sums = new Dictionary<string, double>();
        foreach (Peer peer in peers)
        {
            if (peer.Ask($"prepare {which.Kernel} {which.Size}") is [double sum])
            {
                able.Add(peer);
                sums[peer.Name] = sum;
            }
        }

        CheckSums(which, sums);
        var times = able.ToDictionary(peer => peer.Name, _ => new double[rounds]);
        for (int round = 0; round < rounds; round++)
        {
            for (int turn = 0; turn < able.Count; turn++)
            {
                Peer peer = able[(turn + round) % able.Count];
                Thread.Sleep(PauseMilliseconds);
                times[peer.Name][round] = peer.Ask($"time {TurnMilliseconds}")![0];
            }
        }

        foreach (double[] series in times.Values)
            Array.Sort(series);
        return new Result(which, times);
    }

    private void CheckSums(Case which, Dictionary<string, double> sums)
    {
        if (!sums.TryGetValue(PeerNames.Sequential, out double expected))
            return;
        foreach ((string peer, double sum) in sums)
        {
            if (!(Math.Abs(sum - expected) <= Tolerance * Math.Max(Math.Abs(expected), 1)))
                Mismatches.Add($"{which.Kernel} {which.Size}: {peer} gives {sum:R} instead of {expected:R}");
        }
    }
}
