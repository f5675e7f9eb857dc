namespace SideBySide.Comparing;

/// <summary>How long one region takes that begins some time after the last one.</summary>
/// <param name="Work">What the region does.</param>
/// <param name="Idle">Microseconds since the last region.</param>
/// <param name="Busy">Whether another process's thread is busy meanwhile.</param>
/// <param name="Nanoseconds">For each peer the medians over the rounds of the median and of the 99th percentile.</param>
internal sealed record LatencyResult(
    string Work, int Idle, bool Busy, IReadOnlyDictionary<string, (double Median, double High)> Nanoseconds);
