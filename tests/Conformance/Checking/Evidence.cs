using AutoParallel.CompilerServices;

namespace AutoParallel.Conformance.Checking;

/// <summary>Which forms of a kernel's loops ran, gathered from the execution counters.</summary>
internal sealed class Evidence
{
    private readonly HashSet<ExecutionPath> _paths = [];

    /// <summary>Forgets what was counted so far, in the process.</summary>
    public static void Clear() => ExecutionCounters.Reset();

    /// <summary>Fails if generated code ran since <see cref="Clear"/>: the reference must be the user's method itself.</summary>
    public static void AssertUntouched(string kernel)
    {
        var counts = ExecutionCounters.Snapshot();
        if (counts.Count > 0)
            Assert.Fail($"{kernel}: the sequential reference ran generated code: {string.Join(", ", counts.Keys)}");
    }

    /// <summary>Adds what was counted since <see cref="Clear"/>.</summary>
    public void Gather()
    {
        foreach (var (_, path) in ExecutionCounters.Snapshot().Keys)
            _paths.Add(path);
    }

    /// <summary>Fails unless what ran is what was asked for.</summary>
    public void AssertRan(string kernel, Ran expected)
    {
        var isMet = expected switch
        {
            Ran.Vector => _paths.Contains(ExecutionPath.Vector),
            Ran.Parallel => _paths.Contains(ExecutionPath.Vector) || _paths.Contains(ExecutionPath.Scalar),
            Ran.Sequential => !_paths.Contains(ExecutionPath.Vector) && !_paths.Contains(ExecutionPath.Scalar),
            _ => true,
        };
        if (!isMet)
            Assert.Fail($"{kernel}: expected {expected}, but the loops that ran were: {(_paths.Count == 0 ? "none of the generated ones" : string.Join(", ", _paths))}");
    }
}
