using System.Composition;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AutoParallel.CodeFixes;

/// <summary>Writes a sum, an extremum or a conjunction that no reduction is recognised in as one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReductionFormFixProvider))]
[Shared]
public sealed class ReductionFormFixProvider : LoopRewriteFixProvider
{
    private protected override Task<(Document Document, string Variable)?> Apply(Document document, SyntaxNode place, CancellationToken cancellation) =>
        ReductionForm.Apply(document, place, cancellation);

    private protected override string Title(string variable) => $"Write the updates of '{variable}' as a reduction";
}
