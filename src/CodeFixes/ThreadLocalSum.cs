using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.CodeFixes;

/// <summary>
/// Gives <c>Parallel.For</c> or <c>ForEach</c> a sum for each thread, added to the shared one at the end:
/// <c>Parallel.For(a, b, () => 0, (i, _, own) => own + x[i], own => Interlocked.Add(ref sum, own))</c>.
/// </summary>
internal static class ThreadLocalSum
{
    /// <summary>The file with the overload; null where the place is anything but added to.</summary>
    /// <param name="place">A use of what is shared: a variable, or a field or property of this or another object.</param>
    public static SyntaxNode? Of(
        ExpressionSyntax place,
        AnonymousFunctionExpressionSyntax lambda,
        SyntaxNode root,
        SemanticModel model,
        CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(place, cancellation).Symbol is not { } symbol || !IsFixed(place, lambda, model, cancellation)
            || model.GetTypeInfo(place, cancellation).Type is not { } type || ZeroOf(type) is not { } zero || lambda.AsyncKeyword != default
            || lambda.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax list, NameColon: null } argument
            || list.Arguments.Last() != argument || list.Parent is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement } call
            || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { Name: "For" or "ForEach", ContainingType: { Name: "Parallel" } host } target
            || list.Arguments.Count != (target.Name == "For" ? 3 : 2) || target.Parameters.Length != list.Arguments.Count
            || host.ContainingNamespace.ToDisplayString() != "System.Threading.Tasks" || ParametersOf(lambda) is not { } parameters)
        {
            return null;
        }

        var name = symbol.Name.TrimStart('_');
        if (name.Length == 0)
            return null;
        var own = $"own{char.ToUpperInvariant(name[0])}{name.Substring(1)}";
        var gate = $"{char.ToLowerInvariant(name[0])}{name.Substring(1)}Gate";
        var member = statement.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (member is null || member.DescendantTokens().Any(t => t.ValueText == own || t.ValueText == gate)
            || lambda.DescendantNodes().Any(n => n is ReturnStatementSyntax or AnonymousFunctionExpressionSyntax))
        {
            return null;
        }

        var uses = lambda.Body.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Where(n => SyntaxFactory.AreEquivalent(n, place)).ToList();
        var mentions = lambda.Body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Where(n => n.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(n, cancellation).Symbol, symbol));
        if (mentions.Any(m => !uses.Exists(u => u.Span.Contains(m.Span))) || BodyOf(lambda, uses, own, model, cancellation) is not { } body)
            return null;
        var isAtomic = type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 && symbol is not IPropertySymbol and not IFieldSymbol { IsVolatile: true };
        var merge = isAtomic ? $"Interlocked.Add(ref {place}, {own})" : $"{{ lock ({gate}) {place} += {own}; }}";
        if (isAtomic && model.LookupNamespacesAndTypes(call.SpanStart, name: "Interlocked").IsEmpty)
            merge = "System.Threading." + merge;
        var arguments = list.Arguments.Take(list.Arguments.Count - 1)
            .Append(Argument($"() => {zero}"))
            .Append(SyntaxFactory.Argument(body(parameters)))
            .Append(Argument($"{own} => {merge}"))
            .ToList();
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        var changed = list.WithArguments(SyntaxFactory.SeparatedList(arguments, Enumerable.Repeat(comma, arguments.Count - 1)));
        if (isAtomic)
            return root.ReplaceNode(list, changed);
        var declaration = SyntaxFactory.ParseStatement($"object {gate} = new();").WithLeadingTrivia(statement.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.EndOfLine("\n"));
        if (statement.Parent is not BlockSyntax)
            return null;
        var indent = SyntaxFactory.TriviaList(statement.GetLeadingTrivia().Reverse().TakeWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia)));
        return root.ReplaceNode(statement, [declaration, statement.ReplaceNode(list, changed).WithLeadingTrivia(indent)]);
    }

    /// <summary>Whether a use names the same place in every run: a variable, or a field or property of an object that the runs do not choose.</summary>
    private static bool IsFixed(ExpressionSyntax place, SyntaxNode lambda, SemanticModel model, CancellationToken cancellation) => place switch
    {
        ThisExpressionSyntax => true,
        IdentifierNameSyntax => model.GetSymbolInfo(place, cancellation).Symbol is { } symbol and (ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol or INamedTypeSymbol)
            && !symbol.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == lambda.SyntaxTree && lambda.Span.Contains(r.Span)),
        MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access =>
            model.GetSymbolInfo(access, cancellation).Symbol is IFieldSymbol or IPropertySymbol && IsFixed(access.Expression, lambda, model, cancellation),
        _ => false,
    };

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
    private static Func<string, ExpressionSyntax>? BodyOf(
        AnonymousFunctionExpressionSyntax lambda,
        List<ExpressionSyntax> uses,
        string own,
        SemanticModel model,
        CancellationToken cancellation)
    {
        if (uses.Count == 0 || !uses.TrueForAll(u => IsAddition(u) || IsAddedToBy(u, model, cancellation)))
            return null;
        if (lambda.ExpressionBody is InvocationExpressionSyntax invocation)
        {
            if (uses.Count > 1 || uses[0].Parent?.Parent?.Parent != invocation)
                return null;
            var added = invocation.ReplaceNode(uses[0], SyntaxFactory.IdentifierName(own));
            return parameters => SyntaxFactory.ParseExpression($"({parameters}, {own}) => {{ {added}; return {own}; }}");
        }

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
    private static bool IsAddition(ExpressionSyntax use) => use.Parent switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression or (int)SyntaxKind.SubtractAssignmentExpression } sum => sum.Left == use && IsStatement(sum),
        PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } =>
            IsStatement((ExpressionSyntax)use.Parent),
        _ => false,
    };

    /// <summary>Whether a use is given by reference to a method of the file that does nothing but add to it.</summary>
    private static bool IsAddedToBy(ExpressionSyntax use, SemanticModel model, CancellationToken cancellation)
    {
        if (use.Parent is not ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword, Parent.Parent: InvocationExpressionSyntax call } argument || !IsStatement(call)
            || (model.GetOperation(argument, cancellation) as IArgumentOperation)?.Parameter is not { } parameter
            || parameter.ContainingSymbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not MethodDeclarationSyntax method
            || method.SyntaxTree != model.SyntaxTree)
        {
            return false;
        }

        var uses = ((SyntaxNode?)method.Body ?? method.ExpressionBody)?.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(n => n.Identifier.ValueText == parameter.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(n, cancellation).Symbol, parameter)).ToList();
        return uses is { Count: > 0 } && uses.TrueForAll(IsAddition);
    }

    private static bool IsStatement(ExpressionSyntax expression) => expression.Parent is ExpressionStatementSyntax or AnonymousFunctionExpressionSyntax or ArrowExpressionClauseSyntax;

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
