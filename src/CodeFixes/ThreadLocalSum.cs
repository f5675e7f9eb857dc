using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>
/// Gives <c>Parallel.For</c> a sum for each thread, added to the shared one at the end:
/// <c>Parallel.For(a, b, () => 0, (i, _, own) => own + x[i], own => Interlocked.Add(ref sum, own))</c>.
/// </summary>
internal static class ThreadLocalSum
{
    /// <summary>The file with the overload; null where the variable is anything but added to.</summary>
    public static SyntaxNode? Of(
        ISymbol symbol,
        AnonymousFunctionExpressionSyntax lambda,
        SyntaxNode root,
        SemanticModel model,
        CancellationToken cancellation)
    {
        var type = (symbol as ILocalSymbol)?.Type ?? (symbol as IParameterSymbol)?.Type;
        if (type is null || ZeroOf(type) is not { } zero || lambda.AsyncKeyword != default
            || lambda.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 3 } list, NameColon: null } argument
            || list.Arguments[2] != argument || list.Parent is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement } call
            || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { Name: "For", ContainingType: { Name: "Parallel" } host }
            || host.ContainingNamespace.ToDisplayString() != "System.Threading.Tasks" || ParametersOf(lambda) is not { } parameters)
        {
            return null;
        }

        var own = $"own{char.ToUpperInvariant(symbol.Name[0])}{symbol.Name.Substring(1)}";
        var gate = $"{symbol.Name}Gate";
        var member = statement.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (member is null || member.DescendantTokens().Any(t => t.ValueText == own || t.ValueText == gate)
            || lambda.DescendantNodes().Any(n => n is ReturnStatementSyntax or AnonymousFunctionExpressionSyntax))
        {
            return null;
        }

        var uses = lambda.Body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Where(n => n.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(n, cancellation).Symbol, symbol)).ToList();
        if (BodyOf(lambda, uses, own) is not { } body)
            return null;
        var isAtomic = type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;
        var merge = isAtomic ? $"Interlocked.Add(ref {symbol.Name}, {own})" : $"{{ lock ({gate}) {symbol.Name} += {own}; }}";
        if (isAtomic && model.LookupNamespacesAndTypes(call.SpanStart, name: "Interlocked").IsEmpty)
            merge = "System.Threading." + merge;
        var arguments = list.Arguments.Take(2)
            .Append(Argument($"() => {zero}"))
            .Append(SyntaxFactory.Argument(body(parameters)))
            .Append(Argument($"{own} => {merge}"));
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        var changed = list.WithArguments(SyntaxFactory.SeparatedList(arguments, Enumerable.Repeat(comma, 4)));
        if (isAtomic)
            return root.ReplaceNode(list, changed);
        var declaration = SyntaxFactory.ParseStatement($"object {gate} = new();").WithLeadingTrivia(statement.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.EndOfLine("\n"));
        if (statement.Parent is not BlockSyntax)
            return null;
        var indent = SyntaxFactory.TriviaList(statement.GetLeadingTrivia().Reverse().TakeWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia)));
        return root.ReplaceNode(statement, [declaration, statement.ReplaceNode(list, changed).WithLeadingTrivia(indent)]);
    }

    private static ArgumentSyntax Argument(string text) => SyntaxFactory.Argument(SyntaxFactory.ParseExpression(text));

    private static string? ParametersOf(AnonymousFunctionExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => $"{simple.Parameter.Identifier.Text}, _",
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: var list } when list.All(p => p.Type is null) => list.Count switch
        {
            1 => $"{list[0].Identifier.Text}, _",
            2 => $"{list[0].Identifier.Text}, {list[1].Identifier.Text}",
            _ => null,
        },
        _ => null,
    };

    /// <summary>The lambda's body over a sum of its own, given its first parameters.</summary>
    private static Func<string, ExpressionSyntax>? BodyOf(AnonymousFunctionExpressionSyntax lambda, List<IdentifierNameSyntax> uses, string own)
    {
        if (uses.Count == 0 || !uses.All(IsAddition))
            return null;
        if (lambda.ExpressionBody is { } expression)
        {
            if (uses.Count > 1 || uses[0].Parent != expression)
                return null;
            var value = expression switch
            {
                AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } sum => $"{own} + {InParentheses(sum.Right)}",
                AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SubtractAssignmentExpression } sum => $"{own} - {InParentheses(sum.Right)}",
                _ => expression.ToString().Contains("++") ? $"{own} + 1" : $"{own} - 1",
            };
            return parameters => SyntaxFactory.ParseExpression($"({parameters}, {own}) => {value}");
        }

        var block = lambda.Block!.ReplaceNodes(uses, (use, _) => SyntaxFactory.IdentifierName(own).WithTriviaFrom(use));
        var last = block.Statements.Last();
        var result = SyntaxFactory.ParseStatement($"return {own};").WithLeadingTrivia(last.GetLeadingTrivia().Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia)))
            .WithTrailingTrivia(last.GetTrailingTrivia().Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia) || t.IsKind(SyntaxKind.EndOfLineTrivia)));
        return parameters => SyntaxFactory.ParseExpression($"({parameters}, {own}) => 0") is ParenthesizedLambdaExpressionSyntax shell
            ? shell.WithExpressionBody(null).WithBlock(block.AddStatements(result))
                .WithArrowToken(shell.ArrowToken.WithTrailingTrivia(lambda is LambdaExpressionSyntax arrow ? arrow.ArrowToken.TrailingTrivia : default))
            : lambda;
    }

    /// <summary>Whether a use is a statement that adds to the variable, or the whole lambda.</summary>
    private static bool IsAddition(IdentifierNameSyntax use) => use.Parent switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression or (int)SyntaxKind.SubtractAssignmentExpression } sum => sum.Left == use && IsStatement(sum),
        PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } =>
            IsStatement((ExpressionSyntax)use.Parent),
        _ => false,
    };

    private static bool IsStatement(ExpressionSyntax expression) => expression.Parent is ExpressionStatementSyntax or AnonymousFunctionExpressionSyntax;

    private static string InParentheses(ExpressionSyntax value) =>
        value is BinaryExpressionSyntax { RawKind: not ((int)SyntaxKind.MultiplyExpression or (int)SyntaxKind.DivideExpression) } or ConditionalExpressionSyntax or AssignmentExpressionSyntax
            ? $"({value})"
            : value.ToString();

    private static string? ZeroOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Int32 => "0",
        SpecialType.System_Int64 => "0L",
        SpecialType.System_Single => "0f",
        SpecialType.System_Double => "0.0",
        SpecialType.System_Decimal => "0m",
        _ => null,
    };
}
