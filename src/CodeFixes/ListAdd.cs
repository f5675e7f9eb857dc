using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>A call of <c>List&lt;T&gt;.Add</c> in the body of a loop from 0, or of a <c>Parallel.For</c> from 0, that uses the list nowhere else.</summary>
internal sealed class ListAdd
{
    private readonly InvocationExpressionSyntax _call;
    private readonly string _list;
    private readonly ExpressionSyntax _value;
    private readonly string _element;
    private readonly CountedBody _loop;

    private ListAdd(InvocationExpressionSyntax call, string list, string element, CountedBody loop)
    {
        (_call, _list, _element, _loop) = (call, list, element, loop);
        _value = call.ArgumentList.Arguments[0].Expression;
    }

    /// <summary>What the fix does, for its menu.</summary>
    public string Title => Condition is null ? $"Write into an array, and add that to '{_list}'" : $"Filter with a parallel query into '{_list}'";

    private string Items => $"{_list.TrimStart('@', '_')}Items";

    /// <summary>Whether every iteration adds, in a statement of the body itself.</summary>
    private bool IsUnconditional => _call == _loop.Body || (_call.Parent is ExpressionStatementSyntax statement && (statement == _loop.Body || statement.Parent == _loop.Body));

    /// <summary>The condition under which the element is added, where that is all that the body does.</summary>
    private ExpressionSyntax? Condition
    {
        get
        {
            var inside = _call.Parent is ExpressionStatementSyntax { Parent: BlockSyntax { Statements.Count: 1 } block } ? block : _call.Parent;
            return inside?.Parent is IfStatementSyntax { Else: null } branch
                && (branch == _loop.Body || (branch.Parent == _loop.Body && _loop.Body is BlockSyntax { Statements.Count: 1 }))
                ? branch.Condition
                : null;
        }
    }

    /// <summary>The call as such; null where it is another one or in another place.</summary>
    public static ListAdd? Of(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: IdentifierNameSyntax list }
            || call.ArgumentList.Arguments.Count != 1
            || model.GetTypeInfo(list, cancellation).Type is not INamedTypeSymbol { Name: "List", TypeArguments.Length: 1 } type
            || type.ContainingNamespace.ToDisplayString() != "System.Collections.Generic"
            || CountedBody.Around(call, model, cancellation) is not { } loop
            || loop.Body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Count(n => n.Identifier.ValueText == list.Identifier.ValueText) != 1
            || loop.Statement.Parent is not BlockSyntax || !IsKnown("Math") || !IsKnown("ParallelEnumerable"))
        {
            return null;
        }

        return new ListAdd(call, list.Identifier.Text, type.TypeArguments[0].ToMinimalDisplayString(model, call.SpanStart), loop);

        bool IsKnown(string name) => !model.LookupNamespacesAndTypes(call.SpanStart, name: name).IsEmpty;
    }

    /// <summary>The file with the loop changed; null where it is not simple enough.</summary>
    public SyntaxNode? Apply(SyntaxNode root)
    {
        if (Condition is { } condition)
            return _loop.IsLambda ? root.ReplaceNode(_loop.Statement, Filter(condition).WithTriviaFrom(_loop.Statement)) : null;
        if (!IsUnconditional || _element.EndsWith("]", StringComparison.Ordinal)
            || _loop.Body.DescendantNodes().Any(n => n is ContinueStatementSyntax or BreakStatementSyntax or ReturnStatementSyntax or GotoStatementSyntax)
            || _loop.Statement.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantTokens().Any(t => t.ValueText == Items) != false)
        {
            return null;
        }

        var indent = _loop.Statement.GetLeadingTrivia().Reverse().TakeWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia));
        var store = SyntaxFactory.ParseExpression($"{Items}[{_loop.Index}] = {_value}").WithTriviaFrom(_call);
        var line = SyntaxFactory.EndOfLine("\n");
        StatementSyntax[] statements =
        [
            SyntaxFactory.ParseStatement($"var {Items} = new {_element}{Size()};").WithLeadingTrivia(_loop.Statement.GetLeadingTrivia()).WithTrailingTrivia(line),
            _loop.Statement.ReplaceNode(_call, store).WithLeadingTrivia(indent),
            SyntaxFactory.ParseStatement($"{_list}.AddRange({Items});").WithLeadingTrivia(indent).WithTrailingTrivia(_loop.Statement.GetTrailingTrivia()),
        ];
        return root.ReplaceNode(_loop.Statement, statements);
    }

    private string Size() => _loop.IsNeverNegative ? $"[{_loop.Count}]" : $"[Math.Max({_loop.Count}, 0)]";

    private StatementSyntax Filter(ExpressionSyntax condition)
    {
        var index = _loop.Index;
        var range = _loop.IsNeverNegative ? $"{_loop.Count}" : $"Math.Max({_loop.Count}, 0)";
        var select = _value.ToString() == index ? "" : $".Select({index} => {_value})";
        return SyntaxFactory.ParseStatement($"{_list}.AddRange(ParallelEnumerable.Range(0, {range}).AsOrdered().Where({index} => {condition}){select});");
    }
}
