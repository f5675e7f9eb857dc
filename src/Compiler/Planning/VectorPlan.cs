using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Emit.Vector;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Planning;

/// <summary>How a loop fills the lanes.</summary>
/// <param name="LaneBytes">
/// The size of one lane, 2, 4 or 8 bytes: the widest type the body computes in, or 2 where so many hold all that is stored. Narrower
/// values are widened when loaded and narrowed when stored.
/// </param>
/// <param name="Unroll">How many vectors of 512 bits one pass of the main loop computes, interleaved.</param>
/// <param name="ReductionLanes">
/// The number of independent accumulators of each reduction, the same at every vector width (it is part of the result's
/// definition); 0 without reductions.
/// </param>
/// <param name="Remarks">What the AP0002 message says: masks, divergent loops, conversions.</param>
public sealed record VectorPlan(int LaneBytes, int Unroll, int ReductionLanes, EquatableArray<string> Remarks)
{
    /// <summary>Whether there are counted loops inside, which all lanes run together; then few iterations can be much work.</summary>
    public bool IsNest { get; init; }

    /// <summary>Whether vectors of 128 bits do less for the loop than the scalar instructions of an x86 processor do.</summary>
    public bool IsTooNarrowAt128 { get; init; }

    /// <summary>Whether iterations that fill no vector can run as one of which some lanes do nothing.</summary>
    public bool MasksRest { get; init; }

    /// <summary>Whether lanes may come to something that the loop's own code must do, such as throw.</summary>
    public bool MayFail { get; init; }

    /// <summary>Whether lanes hold the values of an accumulator in its own type, so that they need not pass through memory.</summary>
    public bool Holds(Reduction reduction) =>
        LaneBytes >= 4 && reduction.Accumulator.Type is var type && type.Size64 == LaneBytes && type.Text == type.Primitive;

    /// <summary>Whether such lanes are also combined without memory: sums in the order of the tree in memory, the others in any order.</summary>
    public bool CombinesHeld(Reduction reduction) =>
        Holds(reduction) && (reduction.Operator == ReductionKind.Add || (reduction.IsExact && reduction.Accumulator.Type.IsInteger));

    /// <summary>The variable that says in which lanes the loop is left; null for a loop that runs to its end.</summary>
    public Variable? Exit { get; init; }

    /// <summary>The values that lanes carry on in the order of the iterations.</summary>
    public EquatableArray<RunningValue> Running { get; init; }

    /// <summary>How workers share a loop with such values; null where one worker runs it.</summary>
    public FirstPass? FirstPass { get; init; }

    /// <summary>Whether lanes only add up what the iterations contribute to those values.</summary>
    public bool AddsUp { get; init; }

    /// <summary>How vectors enter an inner loop one by one; null where they run side by side.</summary>
    public LoopFlattening? Flattening { get; init; }

    /// <summary>Whether lanes store at subscripts of their own, one after another.</summary>
    public bool IsScatter { get; init; }

    /// <summary>The loop in the form that lanes run, and its facts.</summary>
    public LoopAnalysis? Form { get; init; }
}
