using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>
/// A variable that each iteration takes on by an associative operator and that iterations read in between: a counter that some of them
/// step, or a prefix sum. What it holds when an iteration begins follows from what the iterations before contribute.
/// </summary>
/// <param name="Carried">The method's variable.</param>
/// <param name="Current">Its value in one iteration: a local of the body, which begins with what the iterations before left.</param>
/// <param name="Change">What the iteration contributes, a local of the body; for a counter, whether it counts.</param>
/// <param name="Operator">How it is taken on.</param>
public sealed record RunningValue(Variable Carried, Variable Current, Variable Change, ReductionKind Operator)
{
    /// <summary>
    /// The element that holds what it begins with, at the loop's first index; null where the variable is the method's own.
    /// </summary>
    public MemoryAccess? Start { get; init; }

    /// <summary>Whether it is a counter, which some iterations step by one.</summary>
    public bool IsCounter => Change.Type.Kind == ScalarKind.Bool;

    /// <summary>Whether the body needs the value itself, not only elements at the places that it numbers.</summary>
    public bool IsRead { get; init; }
}
