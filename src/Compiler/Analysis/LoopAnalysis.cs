using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>All facts about one loop of a method.</summary>
/// <param name="Loop">The loop.</param>
/// <param name="Variables">Every variable that the loop reads or assigns, except those declared in its body and its index.</param>
/// <param name="Reductions">The recurrences among them.</param>
/// <param name="Accesses">Every memory access of the body, nested loops included.</param>
public sealed record LoopAnalysis(
    Loop Loop,
    EquatableArray<VariableFact> Variables,
    EquatableArray<Reduction> Reductions,
    EquatableArray<AccessFact> Accesses)
{
    /// <summary>The containers of which workers have copies; empty unless legality asks for some.</summary>
    public EquatableArray<PrivateArray> PrivateArrays { get; init; }

    /// <summary>The containers that are inspected before the loop; empty unless legality asks for that.</summary>
    public EquatableArray<Inspection> Inspections { get; init; }

    /// <summary>The copies that the memory of an access belongs to; null for memory that all iterations share.</summary>
    public PrivateArray? PrivateArrayOf(MemoryRoot root) => PrivateArrays.FirstOrDefault(p => p.Holds(root));
}
