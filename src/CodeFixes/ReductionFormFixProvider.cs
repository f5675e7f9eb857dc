using System.Collections.Immutable;
using System.Composition;

using AutoParallel.Analyzers;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>Writes a sum, an extremum or a conjunction that no reduction is recognised in as one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReductionFormFixProvider))]
[Shared]
public sealed class ReductionFormFixProvider : CodeFixProvider
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
                || await ReductionForm.Apply(context.Document, place, context.CancellationToken).ConfigureAwait(false) is not var (changed, variable))
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create($"Write the updates of '{variable}' as a reduction", _ => Task.FromResult(changed), nameof(ReductionFormFixProvider)),
                diagnostic);
        }
    }
}
