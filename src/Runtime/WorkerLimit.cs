namespace AutoParallel;

/// <summary>The scope of <see cref="Workers.Limit"/>; dispose it on the thread that made it.</summary>
public readonly struct WorkerLimit : IDisposable
{
    private readonly int _previous;

    internal WorkerLimit(int previous) => _previous = previous;

    /// <summary>Puts the limit from before the scope back.</summary>
    public void Dispose() => Workers.Restore(_previous);
}
