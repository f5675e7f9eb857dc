using System.Text;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace AutoParallel.Benchmarks.Tsvc.Timing;

/// <summary>
/// The suite in C, made from its C# text, so that all compilers get the same loops. Arrays are <c>restrict</c> parameters, those of two
/// dimensions have the length <c>m</c> of their rows, and results are stored through a pointer.
/// </summary>
internal sealed class CRendering : CSharpSyntaxRewriter
{
    private const string Result = "result";

    private static readonly Dictionary<string, string> _functions = new()
    {
        ["Math.Abs"] = "fabsf",
        ["MathF.Sin"] = "sinf",
        ["MathF.Cos"] = "cosf",
        ["Environment.Exit"] = "exit",
    };

    /// <summary>The whole source file; each loop is called <c>call_</c> and its C# name, with pointers to its arguments, the result's last.</summary>
    /// <param name="sources">The C# sources.</param>
    /// <param name="loops">The names of the C# methods that are loops of the suite; the others are their helpers.</param>
    public static string Of(IEnumerable<string> sources, IReadOnlySet<string> loops)
    {
        var text = new StringBuilder("#include <math.h>\n#include <stdlib.h>\n");
        var methods = sources.SelectMany(s => CSharpSyntaxTree.ParseText(s).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()).ToList();
        foreach (var method in methods.OrderBy(m => loops.Contains(m.Identifier.Text)))
            Write(text, method, loops.Contains(method.Identifier.Text));
        return text.ToString();
    }

    public override SyntaxNode? VisitElementAccessExpression(ElementAccessExpressionSyntax node)
    {
        var visited = (ElementAccessExpressionSyntax)base.VisitElementAccessExpression(node)!;
        var access = visited.Expression;
        foreach (var index in visited.ArgumentList.Arguments)
            access = ElementAccessExpression(access, BracketedArgumentList([index.WithoutTrivia()]));
        return access.WithTriviaFrom(node);
    }

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var visited = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
        return visited.Expression is MemberAccessExpressionSyntax function ? visited.WithExpression(IdentifierName(_functions[function.ToString()])) : visited;
    }

    public override SyntaxNode? VisitArrayType(ArrayTypeSyntax node) => PointerType(node.ElementType.WithoutTrivia()).WithTriviaFrom(node);

    /// <summary>The statement that stores what a loop returns, one number after another.</summary>
    private static string Store(ExpressionSyntax value) => value is TupleExpressionSyntax tuple
        ? string.Concat(tuple.Arguments.Select((a, i) => $"{Result}[{i}] = {a.Expression}; "))
        : $"{Result}[0] = {value};";

    private static void Write(StringBuilder text, MethodDeclarationSyntax method, bool isLoop)
    {
        var name = isLoop ? $"loop_{method.Identifier.Text}" : method.Identifier.Text;
        var hasResult = isLoop && method.ReturnType is not PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        var parameters = method.ParameterList.Parameters.ToList();
        var ordered = isLoop ? [.. parameters.OrderBy(p => p.Type is ArrayTypeSyntax)] : parameters;
        var declared = ordered.Select(Declare).Concat(hasResult ? [$"float *restrict {Result}"] : Array.Empty<string>());
        var type = isLoop ? "void" : method.ReturnType.ToString();
        text.Append('\n').Append(isLoop ? "__attribute__((noinline)) static " : "static inline ").Append($"{type} {name}({string.Join(", ", declared)})\n");
        if (method.ExpressionBody is { } expression)
        {
            var value = new CRendering().Visit(expression.Expression);
            text.Append(type == "void" ? $"{{ {value}; }}\n" : $"{{ return {value}; }}\n");
        }
        else
        {
            var body = (BlockSyntax)new CRendering().Visit(method.Body!);
            var returns = isLoop ? body.DescendantNodes().OfType<ReturnStatementSyntax>().ToList() : [];
            var c = body.ToFullString();
            foreach (var statement in returns)
                c = c.Replace(statement.ToString(), Store(statement.Expression!), StringComparison.Ordinal);
            text.Append(c);
        }

        if (!isLoop)
            return;
        var passed = ordered.Select(p => p.Type is ArrayTypeSyntax ? $"p[{parameters.IndexOf(p)}]" : $"*({p.Type} *)p[{parameters.IndexOf(p)}]")
            .Concat(hasResult ? [$"p[{parameters.Count}]"] : Array.Empty<string>());
        text.Append($"void call_{method.Identifier.Text}(void **p) {{ {name}({string.Join(", ", passed)}); }}\n");
    }

    private static string Declare(ParameterSyntax parameter) => parameter.Type switch
    {
        ArrayTypeSyntax { RankSpecifiers: [{ Rank: 2 }] } matrix => $"{matrix.ElementType} (*restrict {parameter.Identifier})[m]",
        ArrayTypeSyntax array => $"{array.ElementType} *restrict {parameter.Identifier}",
        _ => $"{parameter.Type} {parameter.Identifier}",
    };
}
