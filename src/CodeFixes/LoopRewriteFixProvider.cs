using System.Collections.Immutable;

using AutoParallel.Analyzers;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>Writes the updates of a variable that keeps a <c>[Parallel]</c> loop sequential in another form.</summary>
public abstract class LoopRewriteFixProvider : DocumentFixProvider
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.SharedScalar];

    private protected sealed override async Task<DocumentFix?> FixOf(Document document, SyntaxNode root, Diagnostic diagnostic, CancellationToken cancellation) =>
        root.FindNode(diagnostic.Location.SourceSpan, false, true) is var place && place.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is null
        && await Apply(document, place, cancellation).ConfigureAwait(false) is var (changed, variable)
            ? new DocumentFix(Title(variable), () => changed)
            : null;

    /// <summary>The file with the updates in the other form, and their variable; null where the loop has none, or does not run in parallel even so.</summary>
    private protected abstract Task<(Document Document, string Variable)?> Apply(Document document, SyntaxNode place, CancellationToken cancellation);

    /// <summary>What is done to the variable, for the menu.</summary>
    private protected abstract string Title(string variable);
}
