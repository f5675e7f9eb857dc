using System.Collections.Immutable;
using System.Composition;

using AutoParallel.Analyzers;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>
/// Lets the iterations of a loop that add to a shared <c>List&lt;T&gt;</c> write an element of an array each, which the list takes
/// after the loop; where only some add, a parallel query filters.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ListAddFixProvider))]
[Shared]
public sealed class ListAddFixProvider : DocumentFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.UnsafeCollection];

    private protected override async Task<DocumentFix?> FixOf(Document document, SyntaxNode root, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var call = root.FindNode(diagnostic.Location.SourceSpan, false, true).FirstAncestorOrSelf<InvocationExpressionSyntax>();
        return call is not null && ListAdd.Of(call, model!, cancellation) is { } add && add.Apply(root) is { } changed ? new DocumentFix(add.Title, () => document.WithSyntaxRoot(changed)) : null;
    }
}
