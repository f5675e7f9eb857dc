using System.Collections.Immutable;
using System.Composition;

using AutoParallel.Analyzers;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>Gives each run of a parallel lambda a variable of its own: a local, or a sum for each thread.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SharedScalarFixProvider))]
[Shared]
public sealed class SharedScalarFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.SharedScalar, RuleIds.SharedWrite];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, false, true) is not ExpressionSyntax place
                || place.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is not { } lambda
                || model.GetSymbolInfo(place, context.CancellationToken).Symbol is not { } symbol)
            {
                continue;
            }

            if (PrivateTemporary.Of(symbol, lambda, root, model, context.CancellationToken) is { } temporary)
                Register($"Declare '{symbol.Name}' inside the lambda", nameof(PrivateTemporary), temporary);
            else if (ThreadLocalSum.Of(place, lambda, root, model, context.CancellationToken) is { } sum)
                Register($"Sum up '{place}' in each thread first", nameof(ThreadLocalSum), sum);

            void Register(string title, string key, SyntaxNode changed) => context.RegisterCodeFix(
                CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), key),
                diagnostic);
        }
    }
}
