using SideBySide.Peers;

namespace SideBySide.Comparing;

/// <summary>What came out for one of the eighteen kernels.</summary>
/// <param name="Case">The kernel.</param>
/// <param name="Result">The times of all peers.</param>
/// <param name="Verdict">What the compiler makes of it.</param>
internal sealed record ScoreboardRow(ScoreboardCase Case, Result Result, string Verdict)
{
    /// <summary>The fastest of the others, the method as written not being one; null if there is none.</summary>
    public string? BestPeer => Result.Nanoseconds.Keys
        .Where(peer => peer is not (PeerNames.Ours or PeerNames.Sequential))
        .MinBy(peer => Result.Median(peer));

    /// <summary>The best peer's time divided by ours: above 1, ours is faster. NaN without a peer.</summary>
    public double Ratio => BestPeer is { } peer && Result.Median(PeerNames.Ours) is { } ours ? Result.Median(peer)!.Value / ours : double.NaN;

    /// <summary>The geometric mean of the ratios.</summary>
    public static double GeometricMean(IReadOnlyCollection<ScoreboardRow> rows)
    {
        double[] ratios = [.. rows.Select(row => row.Ratio).Where(double.IsFinite)];
        return ratios.Length == 0 ? double.NaN : Math.Exp(ratios.Average(Math.Log));
    }
}
