using System.Collections.Immutable;
using System.Composition;

using AutoParallel.Analyzers;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>Replaces a negative count by 0, which lets the runtime choose.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClampOptionFixProvider))]
[Shared]
public sealed class ClampOptionFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.InvalidOption];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(OptionChecks.Replacement, out var text) || text is null
                || root?.FindNode(diagnostic.Location.SourceSpan, false, true) is not ExpressionSyntax expression)
            {
                continue;
            }

            var changed = root.ReplaceNode(expression, SyntaxFactory.ParseExpression(text).WithTriviaFrom(expression));
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Use {text}: let the runtime choose",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)),
                    nameof(ClampOptionFixProvider)),
                diagnostic);
        }
    }
}
