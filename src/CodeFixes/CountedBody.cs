using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>The body of <c>for (int i = 0; i &lt; count; i++)</c> or of <c>Parallel.For(0, count, i => …)</c>.</summary>
internal sealed class CountedBody
{
    private CountedBody(StatementSyntax statement, SyntaxNode body, string index, ExpressionSyntax count, bool isLambda) =>
        (Statement, Body, Index, Count, IsLambda) = (statement, body, index, count, isLambda);

    /// <summary>The statement.</summary>
    public StatementSyntax Statement { get; }

    /// <summary>Its body: a block, a single statement, or the expression of a lambda.</summary>
    public SyntaxNode Body { get; }

    /// <summary>The name of the index.</summary>
    public string Index { get; }

    /// <summary>The end, which may be written twice.</summary>
    public ExpressionSyntax Count { get; }

    /// <summary>Whether it is a lambda.</summary>
    public bool IsLambda { get; }

    /// <summary>Whether the end is a length.</summary>
    public bool IsNeverNegative => Count is MemberAccessExpressionSyntax or LiteralExpressionSyntax;

    /// <summary>The innermost such body around a node; null where what is around it is something else.</summary>
    public static CountedBody? Around(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var around = node.Ancestors().FirstOrDefault(a => a is AnonymousFunctionExpressionSyntax or ForStatementSyntax or CommonForEachStatementSyntax
            or WhileStatementSyntax or DoStatementSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax);
        return around switch
        {
            ForStatementSyntax loop => Of(loop),
            LambdaExpressionSyntax lambda => Of(lambda, model, cancellation),
            _ => null,
        };
    }

    private static CountedBody? Of(ForStatementSyntax loop)
    {
        if (loop.Declaration is not { Variables.Count: 1 } declaration || declaration.Variables[0] is not { Initializer.Value: LiteralExpressionSyntax { Token.ValueText: "0" } } index
            || loop.Condition is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression, Left: IdentifierNameSyntax left, Right: var count }
            || left.Identifier.ValueText != index.Identifier.ValueText || loop.Incrementors.Count != 1 || !IsRepeatable(count)
            || loop.Incrementors[0] is not (PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression }))
        {
            return null;
        }

        return new CountedBody(loop, loop.Statement, index.Identifier.Text, count, false);
    }

    private static CountedBody? Of(LambdaExpressionSyntax lambda, SemanticModel model, CancellationToken cancellation)
    {
        var index = lambda switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: 1 } only } => only[0],
            _ => null,
        };
        if (index is null || lambda.AsyncKeyword != default || lambda.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 3 } list, NameColon: null } argument
            || list.Arguments[2] != argument || list.Arguments[0].Expression is not LiteralExpressionSyntax { Token.ValueText: "0" }
            || list.Arguments[1].Expression is not { } count || !IsRepeatable(count)
            || list.Parent is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement } call
            || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { Name: "For", ContainingType: { Name: "Parallel" } host }
            || host.ContainingNamespace.ToDisplayString() != "System.Threading.Tasks")
        {
            return null;
        }

        return new CountedBody(statement, lambda.Body, index.Identifier.Text, count, true);
    }

    /// <summary>Whether reading it twice gives the same and does nothing else: a variable, a number, or the length of a variable.</summary>
    private static bool IsRepeatable(ExpressionSyntax count) => count
        is IdentifierNameSyntax or LiteralExpressionSyntax or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax, Name.Identifier.ValueText: "Length" or "Count" };
}
