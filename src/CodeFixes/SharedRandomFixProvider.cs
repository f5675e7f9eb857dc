using System.Collections.Immutable;
using System.Composition;

using AutoParallel.Analyzers;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>Replaces a <c>Random</c> that threads share by <c>Random.Shared</c>, which is made for that.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SharedRandomFixProvider))]
[Shared]
public sealed class SharedRandomFixProvider : CodeFixProvider
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
            if (root?.FindNode(diagnostic.Location.SourceSpan, false, true) is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call
                || !call.Ancestors().Any(a => a is AnonymousFunctionExpressionSyntax)
                || model!.GetTypeInfo(access.Expression, context.CancellationToken).Type is not INamedTypeSymbol { Name: "Random" } type
                || type.ContainingNamespace.ToDisplayString() != "System")
            {
                continue;
            }

            var name = type.ToMinimalDisplayString(model!, call.SpanStart);
            var changed = root.ReplaceNode(access.Expression, SyntaxFactory.ParseExpression($"{name}.Shared").WithTriviaFrom(access.Expression));
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Use Random.Shared",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)),
                    nameof(SharedRandomFixProvider)),
                diagnostic);
        }
    }
}
