using System.Collections.Immutable;
using System.Composition;

using AutoParallel.Analyzers;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>Lets each of two extrema see every value, where the second was only looked at if the first stayed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SeparateExtremaFixProvider))]
[Shared]
public sealed class SeparateExtremaFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.SharedScalar];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, false, true) is not { } place || place.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is not null
                || await SeparateExtrema.Apply(context.Document, place, context.CancellationToken).ConfigureAwait(false) is not var (changed, variable))
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create($"Compare every value with '{variable}' (changes the result where one becomes both)", _ => Task.FromResult(changed), nameof(SeparateExtremaFixProvider)),
                diagnostic);
        }
    }
}
