using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>What the compiler knows of a region.</summary>
/// <param name="schedule">How iterations are dealt out.</param>
/// <param name="chunkSize">Iterations dealt out at a time; 0 lets the runtime choose.</param>
/// <param name="maxWorkers">The greatest number of workers; 0 for no limit.</param>
/// <param name="nanosecondsPerIteration">The estimated cost of an iteration on one core.</param>
/// <param name="granule">Chunks chosen by the runtime begin at multiples of it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RegionOptions(Schedule schedule, int chunkSize, int maxWorkers, double nanosecondsPerIteration, int granule)
{
    /// <summary>How iterations are dealt out.</summary>
    public Schedule Schedule { get; } = schedule;

    /// <summary>Iterations dealt out at a time; 0 lets the runtime choose.</summary>
    public int ChunkSize { get; } = chunkSize;

    /// <summary>The greatest number of workers; 0 for no limit.</summary>
    public int MaxWorkers { get; } = maxWorkers;

    /// <summary>The estimated cost of an iteration on one core.</summary>
    public double NanosecondsPerIteration { get; } = nanosecondsPerIteration;

    /// <summary>Chunks chosen by the runtime begin at multiples of it.</summary>
    public int Granule { get; } = granule;
}
