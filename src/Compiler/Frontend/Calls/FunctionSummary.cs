using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Compiler.Frontend;

/// <summary>What a call of a function does, in terms of its parameters.</summary>
/// <param name="Hazards">What makes calling it from several iterations unsafe, and whether that is a change of an object found by its receiver or its arguments.</param>
/// <param name="WritesThis">Whether it assigns fields of its receiver.</param>
/// <param name="ReadsHeap">Whether it reads memory that <paramref name="Reads"/> does not name.</param>
/// <param name="Reads">The containers whose elements, and the fields, that it reads.</param>
/// <param name="WrittenParameters">Ordinals of array, span and list parameters whose elements it writes.</param>
internal sealed record FunctionSummary(
    IReadOnlyList<(HazardKind Kind, string Message, bool IsOfArguments)> Hazards,
    bool WritesThis,
    bool ReadsHeap,
    IReadOnlyList<SummaryRead> Reads,
    IReadOnlyList<int> WrittenParameters)
{
    /// <summary>The fields of its receiver that it assigns; null where they are not known.</summary>
    public IReadOnlyList<ISymbol>? WrittenFields { get; init; } = [];

    /// <summary>Whether it may read any field of objects that it is given.</summary>
    public bool ReadsObjects { get; init; }

    /// <summary>A function that touches nothing.</summary>
    public static readonly FunctionSummary Pure = new([], false, false, [], []);

    /// <summary>A function that must not be called, for one reason.</summary>
    public static FunctionSummary Refused(HazardKind kind, string message) => Pure with { Hazards = [(kind, message, false)] };
}

/// <summary>Memory that a function reads.</summary>
/// <param name="Ordinal">The parameter that is the container; -1 for a field.</param>
/// <param name="Field">The field, property or captured parameter; null for a parameter.</param>
/// <param name="HasElements">Whether the elements of the container in it are read, not just the field itself.</param>
/// <param name="IsOfAnyObject">Whether the field may be that of any object, not just of the receiver.</param>
internal readonly record struct SummaryRead(int Ordinal, ISymbol? Field, bool HasElements, bool IsOfAnyObject = false);
