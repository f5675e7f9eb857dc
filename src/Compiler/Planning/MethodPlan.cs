using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Transforms;

namespace AutoParallel.Compiler.Planning;

/// <summary>What becomes of a method's loops.</summary>
/// <param name="Loops">The plans, by the loop's number; a loop without one is emitted as the user wrote it.</param>
/// <param name="Verdicts">What to tell the user.</param>
/// <param name="Gate">A C# condition over the parameters without which no planned loop pays; null where there is none.</param>
public sealed record MethodPlan(IReadOnlyDictionary<int, LoopPlan> Loops, EquatableArray<Verdict> Verdicts, string? Gate)
{
    /// <summary>What runs instead of loops that were transformed, by the loop's number.</summary>
    public IReadOnlyDictionary<int, Replacement> Replacements { get; init; } = new Dictionary<int, Replacement>();
}
