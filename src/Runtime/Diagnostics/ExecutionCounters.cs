using System.Collections.Concurrent;
using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Counts which form of each loop ran, in projects built with <c>AutoParallelCountExecutions</c>; proof that generated code was taken.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ExecutionCounters
{
    // A build that is also timed switches the counting off.
    private static readonly bool _isOn = !AppContext.TryGetSwitch("AutoParallel.CountExecutions", out var isOn) || isOn;

    private static readonly ConcurrentDictionary<(string Loop, ExecutionPath Path), long> _counts = new();

    /// <summary>Counts one entry.</summary>
    public static void Enter(string loop, ExecutionPath path)
    {
        if (_isOn)
            _counts.AddOrUpdate((loop, path), 1, static (_, count) => count + 1);
    }

    /// <summary>The counts so far.</summary>
    public static IReadOnlyDictionary<(string Loop, ExecutionPath Path), long> Snapshot() => new Dictionary<(string, ExecutionPath), long>(_counts);

    /// <summary>Forgets all counts.</summary>
    public static void Reset() => _counts.Clear();
}
