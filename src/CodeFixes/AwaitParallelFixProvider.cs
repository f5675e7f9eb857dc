using System.Collections.Immutable;
using System.Composition;

using AutoParallel.Analyzers;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>Turns <c>Parallel.For</c> or <c>ForEach</c> with an asynchronous lambda into the call that waits for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitParallelFixProvider))]
[Shared]
public sealed class AwaitParallelFixProvider : DocumentFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.Unawaited];

    private protected override Task<DocumentFix?> FixOf(Document document, SyntaxNode root, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var lambda = root.FindToken(diagnostic.Location.SourceSpan.Start).Parent as LambdaExpressionSyntax;
        var fix = lambda?.Parent?.Parent?.Parent is InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement } call && Awaited(call, lambda) is { } awaited
            ? new DocumentFix("Await every iteration", () => document.WithSyntaxRoot(root.ReplaceNode(statement.Expression, awaited.WithTriviaFrom(statement.Expression))))
            : null;
        return Task.FromResult(fix);
    }

    /// <summary>The call that waits; null where the method around cannot wait, or the lambda is given more than the element.</summary>
    private static AwaitExpressionSyntax? Awaited(InvocationExpressionSyntax call, LambdaExpressionSyntax lambda)
    {
        if (!CanAwait(call) || call.Expression is not MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } access)
            return null;
        var parameter = lambda switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: 1 } parameters } => parameters[0],
            _ => null,
        };
        if (parameter is null)
            return null;
        var text = parameter.Type is null ? $"({parameter.Identifier.Text}, _)" : $"({parameter.Type} {parameter.Identifier.Text}, CancellationToken _)";
        var changed = SyntaxFactory.ParseExpression($"async {text} => {lambda.Body}").WithTriviaFrom(lambda);
        var waits = access.WithName(SyntaxFactory.IdentifierName(name.Identifier.Text + "Async"));
        return SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            call.ReplaceNode(lambda, changed).WithExpression(waits).WithoutLeadingTrivia());
    }

    private static bool CanAwait(SyntaxNode node)
    {
        foreach (var outer in node.Ancestors())
        {
            switch (outer)
            {
                case LockStatementSyntax:
                    return false;
                case AnonymousFunctionExpressionSyntax function:
                    return function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax local:
                    return local.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case GlobalStatementSyntax:
                    return true;
            }
        }

        return false;
    }
}
