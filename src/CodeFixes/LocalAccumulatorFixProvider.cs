using System.Collections.Immutable;
using System.Composition;

using AutoParallel.Analyzers;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>Accumulates in a local what a loop accumulates through a <c>ref</c> or <c>out</c> parameter or a <c>ref</c> local.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LocalAccumulatorFixProvider))]
[Shared]
public sealed class LocalAccumulatorFixProvider : DocumentFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.UnknownWrite];

    /// <summary>One fix mends all accumulators of a loop, so fixes are made one after another.</summary>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var places = diagnostics.Select(d => Place(root, d)).OfType<ExpressionSyntax>().ToList();
        document = document.WithSyntaxRoot(root!.TrackNodes(places));
        foreach (var place in places)
        {
            var current = (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!.GetCurrentNode(place);
            if (current is not null && await LocalAccumulator.Apply(document, current, context.CancellationToken).ConfigureAwait(false) is { } changed)
                document = changed;
        }

        return document;
    });

    private protected override async Task<DocumentFix?> FixOf(Document document, SyntaxNode root, Diagnostic diagnostic, CancellationToken cancellation) =>
        Place(root, diagnostic) is { } place && await LocalAccumulator.Apply(document, place, cancellation).ConfigureAwait(false) is { } changed
            ? new DocumentFix($"Accumulate '{place}' in a local, and store that behind the loop", () => changed)
            : null;

    private static ExpressionSyntax? Place(SyntaxNode? root, Diagnostic diagnostic) =>
        root?.FindNode(diagnostic.Location.SourceSpan, false, true) as ExpressionSyntax;
}
