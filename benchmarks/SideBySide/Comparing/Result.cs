namespace SideBySide.Comparing;

/// <summary>What the peers needed for one case.</summary>
/// <param name="Case">The kernel and its size.</param>
/// <param name="Nanoseconds">For each peer that has the kernel, one time a round, ascending.</param>
internal sealed record Result(Case Case, IReadOnlyDictionary<string, double[]> Nanoseconds)
{
    public double? Median(string peer) => Nanoseconds.TryGetValue(peer, out double[]? times) ? times[times.Length / 2] : null;
}
