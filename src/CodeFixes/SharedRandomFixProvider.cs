using System.Collections.Immutable;
using System.Composition;

using AutoParallel.Analyzers;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>Replaces a <c>Random</c> that threads share by <c>Random.Shared</c>, which is made for that.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SharedRandomFixProvider))]
[Shared]
public sealed class SharedRandomFixProvider : DocumentFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.UnsafeCollection];

    private protected override async Task<DocumentFix?> FixOf(Document document, SyntaxNode root, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root.FindNode(diagnostic.Location.SourceSpan, false, true) is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call
            || !call.Ancestors().Any(a => a is AnonymousFunctionExpressionSyntax)
            || model!.GetTypeInfo(access.Expression, cancellation).Type is not INamedTypeSymbol { Name: "Random" } type
            || type.ContainingNamespace.ToDisplayString() != "System")
        {
            return null;
        }

        var name = type.ToMinimalDisplayString(model!, call.SpanStart);
        return new DocumentFix("Use Random.Shared", () => document.WithSyntaxRoot(root.ReplaceNode(access.Expression, SyntaxFactory.ParseExpression($"{name}.Shared").WithTriviaFrom(access.Expression))));
    }
}
