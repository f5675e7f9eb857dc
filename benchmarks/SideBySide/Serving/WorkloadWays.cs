using SideBySide.Peers;

namespace SideBySide.Serving;

/// <summary>A kernel with its data in all the ways that C# has.</summary>
/// <param name="Ours">The rerouted call.</param>
/// <param name="Sequential">The method as written.</param>
/// <param name="ParallelFor">With the task library.</param>
/// <param name="Checksum">Adds up what the latest run gave.</param>
internal sealed record WorkloadWays(Action Ours, Action Sequential, Action ParallelFor, Func<double> Checksum)
{
    /// <summary>With the library's own operation on spans, where there is one.</summary>
    public Action? Tensors { get; init; }

    /// <summary>The kernel in one way; null if there is none.</summary>
    /// <param name="way">One of <see cref="PeerNames"/>.</param>
    public Workload? Choose(string way)
    {
        Action? run = way switch
        {
            PeerNames.Ours => Ours,
            PeerNames.Sequential => Sequential,
            PeerNames.ParallelFor => ParallelFor,
            PeerNames.Tensors => Tensors,
            _ => null,
        };
        return run is null
            ? null
            : new Workload(
                repeats =>
                {
                    for (int r = 0; r < repeats; r++)
                        run();
                },
                Checksum);
    }
}
