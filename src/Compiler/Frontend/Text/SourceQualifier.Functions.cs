using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Compiler.Frontend;

/// <content>Functions of <c>Math</c> and its kind, which become the runtime's own: those that lanes call.</content>
internal sealed partial class SourceQualifier
{
    /// <summary>The runtime's function that stands for a method; null for most.</summary>
    public static string? RuntimeFunction(IMethodSymbol method, FloatMode mode) =>
        method is { IsStatic: true, MethodKind: MethodKind.Ordinary, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            ? RuntimeFunctions.Of(Names.FullName(method.ContainingType), method.Name, [.. method.Parameters.Select(p => TypeNames.KindOf(p.Type))], mode)
            : null;

    /// <summary>Makes a call one of the runtime's function. Arguments get their parameters' type, which chooses among its overloads.</summary>
    private bool CallRuntimeFunction(InvocationExpressionSyntax node, IMethodSymbol method)
    {
        if (RuntimeFunction(method, _mode) is not { } function || IsInExpressionTree(node))
            return false;
        ReplacesFunctions = true;
        _edits.Replace(node.Expression.Span, $"global::{function}", node.Span);
        foreach (var (argument, position) in node.ArgumentList.Arguments.Select((a, i) => (a, i)))
        {
            var parameter = method.Parameters[position];
            if (argument.NameColon is { } name)
            {
                parameter = method.Parameters.First(p => p.Name == name.Name.Identifier.ValueText);
                _edits.Replace(name.Name.Span, RuntimeFunctions.Parameter(function, parameter.Ordinal), node.Span);
            }

            if (SymbolEqualityComparer.Default.Equals(_model.GetTypeInfo(argument.Expression).Type, parameter.Type))
            {
                Visit(argument.Expression);
                continue;
            }

            _edits.Before(argument.Expression.SpanStart, $"({_names.Of(parameter.Type)})(", node.Span);
            Visit(argument.Expression);
            _edits.After(argument.Expression.Span.End, ")", node.Span);
        }

        return true;
    }

    /// <summary>Makes a method group the runtime's function, converted to the delegate that the user's is.</summary>
    private bool UseRuntimeFunction(ExpressionSyntax node, IMethodSymbol method)
    {
        if (node.Parent is InvocationExpressionSyntax call && call.Expression == node)
            return false;
        if (RuntimeFunction(method, _mode) is not { } function || _model.GetTypeInfo(node).ConvertedType is not { TypeKind: TypeKind.Delegate } type
            || _names.WhyUnnameable(type) is not null || IsInExpressionTree(node))
        {
            return false;
        }

        ReplacesFunctions = true;
        _edits.Replace(node.Span, $"(({_names.Of(type)})global::{function})", node.Span);
        return true;
    }

    /// <summary>Whether who gets the code looks at what it calls.</summary>
    private bool IsInExpressionTree(SyntaxNode node) =>
        node.Ancestors().OfType<LambdaExpressionSyntax>().Any(l => _model.GetTypeInfo(l).ConvertedType is { Name: "Expression", ContainingNamespace.Name: "Expressions" });
}
