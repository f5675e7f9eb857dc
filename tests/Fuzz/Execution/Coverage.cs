using AutoParallel.CompilerServices;

namespace AutoParallel.Fuzz.Execution;

/// <summary>How many methods were tried, and in how many of them loops ran in which form.</summary>
internal sealed class Coverage
{
    /// <summary>All methods.</summary>
    public int Methods { get; private set; }

    /// <summary>Those with a loop that ran as a region with the user's body.</summary>
    public int Scalar { get; private set; }

    /// <summary>Those with a loop that ran in vector lanes.</summary>
    public int Vector { get; private set; }

    /// <summary>Counts a method by what the execution counters hold since they were reset.</summary>
    public void Count()
    {
        var paths = ExecutionCounters.Snapshot().Keys.Select(key => key.Path).ToHashSet();
        Methods++;
        Scalar += paths.Contains(ExecutionPath.Scalar) ? 1 : 0;
        Vector += paths.Contains(ExecutionPath.Vector) ? 1 : 0;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Methods} methods; in {Scalar} a loop ran as a region, in {Vector} in lanes";
}
