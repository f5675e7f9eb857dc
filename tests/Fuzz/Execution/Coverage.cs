using AutoParallel.CompilerServices;
using AutoParallel.Fuzz.Independence;

namespace AutoParallel.Fuzz.Execution;

/// <summary>How many methods were tried, in how many of them loops ran in which form, and how many independent loops are proven to be so.</summary>
internal sealed class Coverage
{
    /// <summary>All methods.</summary>
    public int Methods { get; private set; }

    /// <summary>Those in which generated code ran.</summary>
    public int Generated { get; private set; }

    /// <summary>Those with a loop that ran as a region with the user's body.</summary>
    public int Scalar { get; private set; }

    /// <summary>Those with a loop that ran in vector lanes.</summary>
    public int Vector { get; private set; }

    /// <summary>The outermost loops whose iterations are independent by enumeration of what they access.</summary>
    public int Independent { get; private set; }

    /// <summary>Those of them that the compiler sends to the cores.</summary>
    public int Proven { get; private set; }

    /// <summary>Counts a method by what the execution counters hold since they were reset.</summary>
    public void Count()
    {
        var paths = ExecutionCounters.Snapshot().Keys.Select(key => key.Path).ToHashSet();
        Methods++;
        Scalar += paths.Contains(ExecutionPath.Scalar) ? 1 : 0;
        Vector += paths.Contains(ExecutionPath.Vector) ? 1 : 0;
        Generated += paths.Contains(ExecutionPath.Scalar) || paths.Contains(ExecutionPath.Vector) ? 1 : 0;
    }

    /// <summary>Counts an independent loop.</summary>
    public void Count(bool isProven)
    {
        Independent++;
        Proven += isProven ? 1 : 0;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Methods} methods; generated code ran in {Generated} ({Percent(Generated, Methods)}), as a region in {Scalar}, in lanes in {Vector}; "
        + $"{Independent} independent loops, {Proven} proven ({Percent(Proven, Independent)})";

    private static string Percent(int part, int all) => all == 0 ? "-" : $"{100.0 * part / all:F1} %";
}
