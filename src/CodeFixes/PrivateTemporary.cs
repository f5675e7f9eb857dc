using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>Moves a local that only a lambda uses, and assigns before it reads it, into the lambda.</summary>
internal static class PrivateTemporary
{
    /// <summary>The file with the local moved; null where it is used outside, or may be read before it is assigned.</summary>
    public static SyntaxNode? Of(
        ISymbol symbol,
        AnonymousFunctionExpressionSyntax lambda,
        SyntaxNode root,
        SemanticModel model,
        CancellationToken cancellation)
    {
        if (symbol is not ILocalSymbol || lambda.Block is not { } block
            || symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not VariableDeclaratorSyntax
            {
                Parent: VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax statement } declaration,
            } declarator
            || lambda.Span.Contains(declarator.Span) || !IsFree(declarator.Initializer?.Value, model, cancellation))
        {
            return null;
        }

        var uses = statement.Parent!.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(n => n.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(n, cancellation).Symbol, symbol)).ToList();
        if (uses.Any(u => !lambda.Span.Contains(u.Span))
            || uses[0].Parent is not AssignmentExpressionSyntax
            {
                RawKind: (int)SyntaxKind.SimpleAssignmentExpression,
                Parent: ExpressionStatementSyntax { Parent: { } owner } first,
            } assignment
            || owner != block || assignment.Left != uses[0] || uses.Skip(1).Any(u => assignment.Right.Span.Contains(u.Span)))
        {
            return null;
        }

        var own = SyntaxFactory.ParseStatement($"{declaration.Type.WithoutTrivia()} {assignment};").WithTriviaFrom(first);
        if (declaration.Variables.Count == 1)
        {
            var tracked = root.TrackNodes(statement, first);
            tracked = tracked.ReplaceNode(tracked.GetCurrentNode(first)!, own);
            return tracked.RemoveNode(tracked.GetCurrentNode(statement)!, SyntaxRemoveOptions.KeepNoTrivia);
        }

        if (declaration.Type.IsVar)
            return null;
        var both = root.TrackNodes(declaration, first);
        both = both.ReplaceNode(both.GetCurrentNode(first)!, own);
        var rest = declaration.WithVariables(declaration.Variables.Remove(declarator));
        return both.ReplaceNode(both.GetCurrentNode(declaration)!, rest);
    }

    /// <summary>Whether an initial value may be dropped.</summary>
    private static bool IsFree(ExpressionSyntax? value, SemanticModel model, CancellationToken cancellation) =>
        value is null || model.GetConstantValue(value, cancellation).HasValue;
}
