using System.Composition;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AutoParallel.CodeFixes;

/// <summary>Lets each of two extrema see every value, where the second was only looked at if the first stayed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SeparateExtremaFixProvider))]
[Shared]
public sealed class SeparateExtremaFixProvider : LoopRewriteFixProvider
{
    private protected override Task<(Document Document, string Variable)?> Apply(Document document, SyntaxNode place, CancellationToken cancellation) =>
        SeparateExtrema.Apply(document, place, cancellation);

    private protected override string Title(string variable) => $"Compare every value with '{variable}' (changes the result where one becomes both)";
}
