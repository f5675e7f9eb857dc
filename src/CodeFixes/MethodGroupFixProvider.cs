using System.Collections.Immutable;
using System.Composition;

using AutoParallel.Analyzers;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>Writes a lambda for a method group: the call in it is rerouted.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MethodGroupFixProvider))]
[Shared]
public sealed class MethodGroupFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.MethodGroup];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax group
                || await MethodGroupLambda.Replace(context.Document, group, context.CancellationToken).ConfigureAwait(false)
                    is not { } changed)
            {
                continue;
            }

            var action = CodeAction.Create("Write a lambda", _ => Task.FromResult(changed), nameof(MethodGroupFixProvider));
            context.RegisterCodeFix(action, diagnostic);
        }
    }
}
