using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>A container of which every worker of a parallel loop has a copy of its own.</summary>
/// <param name="Variable">The local or parameter that holds it; the body reaches it by no other name.</param>
/// <param name="Root">The container.</param>
/// <param name="Combination">
/// How what iterations combine into an element goes on with what others did, with a variable that stands for any element; null for
/// scratch memory, of which an iteration reads only what it has written.
/// </param>
/// <param name="IsOwned">Whether the method has made it and hands it to nobody before it returns, so that nothing else is it.</param>
/// <param name="IsLiveOut">Whether what the last iteration leaves in scratch memory may be read after the loop.</param>
/// <param name="Assumptions">What must not be negative for an iteration to read only what it has written.</param>
public sealed record PrivateArray(
    Variable Variable,
    MemoryRoot Root,
    Reduction? Combination,
    bool IsOwned,
    bool IsLiveOut,
    EquatableArray<Polynomial> Assumptions)
{
    /// <summary>The number of its elements, where that is a constant.</summary>
    public int? ConstantLength { get; init; }

    /// <summary>Whether the order in which copies are combined shows in the result.</summary>
    public bool IsExact => Combination is null or { IsExact: true };

    /// <summary>Whether iterations put extrema of floating-point values into the elements, of which some tell in which order they came.</summary>
    public bool IsFloatingExtremum => Combination is { Operator: >= ReductionKind.Minimum } && Root.Element.IsFloatingPoint;

    /// <summary>Whether an access is to this container.</summary>
    public bool Holds(MemoryRoot root) => IsDirect(root, Variable);

    /// <summary>Whether the container is what a variable holds, not something that is reached through it.</summary>
    public static bool IsDirect(MemoryRoot root, Variable variable) =>
        root.Parent is null && root.Reads.Count == 1 && root.Reads[0] == variable && root.Text == variable.Name;
}
