using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Legality;

/// <summary>Why a loop must stay sequential.</summary>
/// <param name="RuleId">The rule to report, or null where the reason is no race and is told on the loop alone.</param>
/// <param name="Source">The exact expression.</param>
/// <param name="Message">The reason and the remedy, in the user's words.</param>
/// <param name="Related">The other access of a conflict.</param>
public sealed record Refusal(string? RuleId, SourceSpan Source, string Message, EquatableArray<RelatedSpan> Related)
{
    /// <summary>Whether the iterations conflict for certain, so that an assertion of the opposite is not believed.</summary>
    public bool IsCertain { get; init; } = true;

    /// <summary>The container in whose elements two iterations meet; null for any other reason.</summary>
    public MemoryRoot? Container { get; init; }
}

/// <summary>Whether the iterations of a loop may run in any order and at the same time.</summary>
/// <param name="Guards">What must hold at run time; empty where it is proven.</param>
/// <param name="Refusals">Why not; empty where it may.</param>
public sealed record LegalityVerdict(IReadOnlyList<Guard> Guards, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Whether the loop may run in parallel, subject to the guards.</summary>
    public bool IsLegal => Refusals.Count == 0;

    /// <summary>Whether a guard holds only by chance: the accesses would meet if the loop ran long enough.</summary>
    public bool IsSpeculative { get; init; }

    /// <summary>Whether the user's word stands for what could not be proven, or would be asked at run time.</summary>
    public bool IsAsserted { get; init; }

    /// <summary>Whether iterations seem to read what others some way before them wrote.</summary>
    public bool LooksBack { get; init; }
}
