using Microsoft.CodeAnalysis;

namespace AutoParallel.CodeFixes;

/// <summary>One change of a file.</summary>
/// <param name="title">What it does, for the menu.</param>
/// <param name="apply">The changed file.</param>
/// <param name="kind">What makes two changes alike, so that one choice applies both; null where all changes of the provider are.</param>
internal sealed class DocumentFix(string title, Func<Document> apply, string? kind = null)
{
    /// <summary>What it does, for the menu.</summary>
    public string Title => title;

    /// <summary>What changes that one choice applies have in common; null where all changes of the provider are alike.</summary>
    public string? Kind => kind;

    /// <summary>The changed file.</summary>
    public Document Apply() => apply();
}
