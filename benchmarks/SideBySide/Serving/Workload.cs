namespace SideBySide.Serving;

/// <summary>A kernel with its data.</summary>
/// <param name="Run">Runs the kernel a number of times.</param>
/// <param name="Checksum">Adds up what the latest run gave.</param>
internal sealed record Workload(Action<int> Run, Func<double> Checksum);
