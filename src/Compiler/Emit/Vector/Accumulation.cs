using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;

namespace AutoParallel.Compiler.Emit.Vector;

/// <summary>
/// The accumulators of reductions in the vectors of one width: what they begin with, and how they are combined to the value of a block, in
/// the tree that the runtime has for as many values in memory.
/// </summary>
internal sealed class Accumulation(LaneContext context, int vectors)
{
    /// <summary>Whether the lanes are locals of vectors.</summary>
    public bool IsInRegisters(Reduction reduction) => context.Holds(reduction);

    /// <summary>The value that a vector begins with.</summary>
    public string Identity(Reduction reduction, int copy) => IsInRegisters(reduction)
        ? $"{context.Vector}.Create({ReductionOperators.TypeOf(reduction)}.Identity)"
        : context.LoadLanes(reduction, copy);

    /// <summary>The value of all lanes; null where they are combined in memory.</summary>
    public string? Value(Reduction reduction)
    {
        if (!context.CombinesHeld(reduction))
            return null;
        var parts = Enumerable.Range(0, vectors).Select(c => context.Local(reduction.Accumulator, c)).ToList();
        for (var half = parts.Count / 2; half > 0; half /= 2)
            parts = [.. Enumerable.Range(0, half).Select(c => ReductionOperators.OfVectors(reduction.Operator, context.Vector, parts[c], parts[c + half]))];
        return reduction.Operator == ReductionKind.Add
            ? $"{RuntimeNames.ReductionTree}.Sum({parts[0]})"
            : $"{RuntimeNames.ReductionTree}.Fold<{reduction.Accumulator.Type.Text}, {ReductionOperators.TypeOf(reduction)}>({parts[0]})";
    }

    /// <summary>Puts the vectors of a reduction into its lanes in memory.</summary>
    public void EmitStores(SourceWriter writer, Reduction reduction)
    {
        for (var copy = 0; copy < vectors; copy++)
            writer.Line($"{context.StoreLanes(reduction, copy)};");
    }
}
