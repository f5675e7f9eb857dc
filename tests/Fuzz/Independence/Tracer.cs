using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Fuzz.Independence;

/// <summary>Rewrites a program so that it reports the elements it accesses to <see cref="Trace"/>.</summary>
internal sealed class Tracer : CSharpSyntaxRewriter
{
    private const string Log = "global::AutoParallel.Fuzz.Trace";

    private readonly SemanticModel _model;
    private readonly HashSet<string> _parameters;
    private bool _isUnderstood = true;

    private Tracer(SemanticModel model, MethodDeclarationSyntax method)
    {
        _model = model;
        _parameters = [.. method.ParameterList.Parameters.Select(p => p.Identifier.Text)];
    }

    /// <summary>The class with the method rewritten, under another name; null for a program with accesses that are not understood.</summary>
    public static (string Text, TracedMethod Method)? Rewrite(SyntaxTree tree, SemanticModel model, string name)
    {
        var type = tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().First();
        var method = type.Members.OfType<MethodDeclarationSyntax>().First(m => m.Identifier.Text == Generation.FuzzMethod.Name);
        var tracer = new Tracer(model, method);
        var hasMarks = method.DescendantNodes().OfType<ForEachStatementSyntax>().Any(IsPrange);
        var loops = new List<TracedLoop>();
        var statements = new List<StatementSyntax>();
        foreach (var statement in method.Body!.Statements)
        {
            var visited = (StatementSyntax)tracer.Visit(statement);
            if (statement is not (ForStatementSyntax or ForEachStatementSyntax))
            {
                statements.Add(visited);
                continue;
            }

            var line = statement.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            statements.Add(SyntaxFactory.ParseStatement($"{Log}.Begin({loops.Count});\n"));
            statements.Add(WithIterations(visited));
            statements.Add(SyntaxFactory.ParseStatement($"{Log}.End();\n"));
            loops.Add(new TracedLoop(line, tracer.IsDependent(statement, hasMarks)));
        }

        if (!tracer._isUnderstood || loops.Count == 0)
            return null;
        var rewritten = type
            .ReplaceNode(method, method.WithAttributeLists([]).WithBody(method.Body.WithStatements(SyntaxFactory.List(statements))))
            .WithIdentifier(SyntaxFactory.Identifier(name));
        return (rewritten.ToFullString(), new TracedMethod(loops));
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitElementAccessExpression(ElementAccessExpressionSyntax node)
    {
        var isWritten = IsWritten(node);
        var type = _model.GetTypeInfo(node.Expression).Type;
        var subscripts = node.ArgumentList.Arguments;
        var verb = isWritten ? "Write" : "Read";
        var last = ((ArgumentSyntax)Visit(subscripts[^1])).ToString();
        if (type is IArrayTypeSymbol { Rank: 2 } && node.Expression is IdentifierNameSyntax)
        {
            var first = ((ArgumentSyntax)Visit(subscripts[0])).ToString();
            return Parse(node, $"{node.Expression}[{Log}.First({first}), {Log}.{verb}Second({node.Expression}, {last})]");
        }

        if (subscripts.Count != 1 || !IsMemory(node.Expression))
            return NotUnderstood(node);
        if (type is IArrayTypeSymbol && node.Expression is ElementAccessExpressionSyntax)
            return Parse(node, $"{Log}.Row({Visit(node.Expression)})[{Log}.{verb}InRow({last})]");
        if (node.Expression is not IdentifierNameSyntax container)
            return NotUnderstood(node);
        var key = type is { Name: "Span" or "ReadOnlySpan" } ? $"\"{container}\"" : container.ToString();
        if (key[0] == '"' && !_parameters.Contains(container.Identifier.Text))
            return NotUnderstood(node);
        return Parse(node, $"{container}[{Log}.{verb}({key}, {last})]");
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) => IsPrange(node) ? base.VisitForEachStatement(node) : NotUnderstood(node);

    /// <inheritdoc/>
    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var passesMemory = node.ArgumentList.Arguments.Any(a => a.RefKindKeyword.RawKind != 0 || IsMemory(a.Expression));
        var isOfMemory = node.Expression is MemberAccessExpressionSyntax { Expression: var receiver, Name.Identifier.Text: not "GetLength" } && IsMemory(receiver);
        return passesMemory || isOfMemory ? NotUnderstood(node) : base.VisitInvocationExpression(node);
    }

    private static StatementSyntax WithIterations(StatementSyntax loop)
    {
        var iterate = SyntaxFactory.ParseStatement($"{Log}.Iterate();\n");
        return loop switch
        {
            ForStatementSyntax each => each.WithStatement(SyntaxFactory.Block(iterate, each.Statement)),
            ForEachStatementSyntax each => each.WithStatement(SyntaxFactory.Block(iterate, each.Statement)),
            _ => loop,
        };
    }

    private static bool IsPrange(ForEachStatementSyntax loop) => loop.Expression.ToString().Contains("Prange", StringComparison.Ordinal);

    private static ExpressionSyntax Parse(SyntaxNode original, string text) => SyntaxFactory.ParseExpression(text).WithTriviaFrom(original);

    private SyntaxNode NotUnderstood(SyntaxNode node)
    {
        _isUnderstood = false;
        return node;
    }

    private bool IsMemory(ExpressionSyntax expression) =>
        _model.GetTypeInfo(expression).Type is IArrayTypeSymbol or { Name: "Span" or "ReadOnlySpan" or "List" };

    private bool IsWritten(ExpressionSyntax access)
    {
        while (access.Parent is MemberAccessExpressionSyntax member)
            access = member;
        if (access.Parent is RefExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 })
            _isUnderstood = false;
        return access.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == access,
            PostfixUnaryExpressionSyntax => true,
            PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression),
            _ => false,
        };
    }

    private bool IsDependent(StatementSyntax loop, bool hasMarks)
    {
        var isMarked = loop is ForEachStatementSyntax;
        if (hasMarks != isMarked)
            return true;
        var body = loop is ForStatementSyntax plain ? plain.Statement : ((ForEachStatementSyntax)loop).Statement;
        if (_model.AnalyzeControlFlow(body) is not { Succeeded: true } control || control.ExitPoints.Any(e => e is not ContinueStatementSyntax)
            || body.DescendantNodes().Any(n => n is ThrowStatementSyntax or ThrowExpressionSyntax or TryStatementSyntax))
        {
            return true;
        }

        return _model.AnalyzeDataFlow(body) is not { Succeeded: true } data
            || data.WrittenInside.Any(v => data.DataFlowsIn.Contains(v, SymbolEqualityComparer.Default));
    }
}
