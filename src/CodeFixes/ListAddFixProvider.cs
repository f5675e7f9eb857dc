using System.Collections.Immutable;
using System.Composition;

using AutoParallel.Analyzers;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>
/// Lets the iterations of a loop that add to a shared <c>List&lt;T&gt;</c> write an element of an array each, which the list takes
/// after the loop; where only some add, a parallel query filters.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ListAddFixProvider))]
[Shared]
public sealed class ListAddFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.UnsafeCollection];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            var call = root?.FindNode(diagnostic.Location.SourceSpan, false, true).FirstAncestorOrSelf<InvocationExpressionSyntax>();
            if (call is null || ListAdd.Of(call, model!, context.CancellationToken) is not { } add || add.Apply(root!) is not { } changed)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(
                    add.Title,
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)),
                    nameof(ListAddFixProvider)),
                diagnostic);
        }
    }
}
