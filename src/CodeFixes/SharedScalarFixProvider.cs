using System.Collections.Immutable;
using System.Composition;

using AutoParallel.Analyzers;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>Gives each run of a parallel lambda a variable of its own: a local, or a sum for each thread.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SharedScalarFixProvider))]
[Shared]
public sealed class SharedScalarFixProvider : DocumentFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.SharedScalar, RuleIds.SharedWrite];

    private protected override async Task<DocumentFix?> FixOf(Document document, SyntaxNode root, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (model is null || root.FindNode(diagnostic.Location.SourceSpan, false, true) is not ExpressionSyntax place
            || place.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is not { } lambda
            || model.GetSymbolInfo(place, cancellation).Symbol is not { } symbol)
        {
            return null;
        }

        if (PrivateTemporary.Of(symbol, lambda, root, model, cancellation) is { } temporary)
            return new DocumentFix($"Declare '{symbol.Name}' inside the lambda", () => document.WithSyntaxRoot(temporary), nameof(PrivateTemporary));
        return ThreadLocalSum.Of(place, lambda, root, model, cancellation) is { } sum
            ? new DocumentFix($"Sum up '{place}' in each thread first", () => document.WithSyntaxRoot(sum), nameof(ThreadLocalSum))
            : null;
    }
}
