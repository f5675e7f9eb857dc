using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Compiler.Frontend;

/// <content>
/// Generic arithmetic where the type parameter stands for a number: static members that a number has under no name of its own, and operators
/// whose result the language would widen.
/// </content>
internal sealed partial class SourceQualifier
{
    public override void VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var isWidened = GenericOperators.Declares(_model.GetSymbolInfo(node).Symbol as IMethodSymbol) && Number(_model.GetTypeInfo(node).Type) is { } number && Operators.IsNarrow(TypeNames.KindOf(number));
        if (isWidened)
            _edits.Before(node.SpanStart, $"(({_names.Of(_model.GetTypeInfo(node).Type!)})(", node.Span);
        base.VisitBinaryExpression(node);
        if (isWidened)
            _edits.After(node.Span.End, "))", node.Span);
    }

    public override void VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        if (!node.IsKind(SyntaxKind.PreIncrementExpression) && !node.IsKind(SyntaxKind.PreDecrementExpression)
            && GenericOperators.Declares(_model.GetSymbolInfo(node).Symbol as IMethodSymbol)
            && Number(_model.GetTypeInfo(node).Type) is { SpecialType: not (SpecialType.System_Double or SpecialType.System_Single) } number)
        {
            // The language negates no 'ulong', and makes a 'long' of a 'uint'.
            _edits.Before(node.SpanStart, $"(({_names.Of(number)})(", node.Span);
            if (node.IsKind(SyntaxKind.UnaryMinusExpression))
                _edits.Replace(node.OperatorToken.Span, "0 - ", node.Span);
            base.VisitPrefixUnaryExpression(node);
            _edits.After(node.Span.End, "))", node.Span);
            return;
        }

        base.VisitPrefixUnaryExpression(node);
    }

    /// <summary>What a type parameter stands for; null for any other type.</summary>
    private ITypeSymbol? Number(ITypeSymbol? type) => _names.Arguments.Of(type);

    private ITypeSymbol? Number(ExpressionSyntax receiver) => Number(_model.GetSymbolInfo(receiver).Symbol as ITypeSymbol);

    /// <summary>Makes a static property of a type parameter the constant that it is.</summary>
    private bool UseNumber(MemberAccessExpressionSyntax node, ISymbol? symbol)
    {
        if (symbol is not IPropertySymbol { IsStatic: true } property || Number(node.Expression) is not { } number || PrimitiveNumbers.Value(property, number) is not { } value)
            return false;
        var text = ConstantText.Of(value, number, _names);
        _edits.Replace(node.Span, IsOperand(node) && TypeNames.KindOf(number) is >= ScalarKind.Int8 and <= ScalarKind.UInt64 ? CSharpPrinter.NotConstant(text, _names.Of(number)) : text, node.Span);
        return true;

        // The language computes with constants at compile time, and takes no overflow there.
        static bool IsOperand(ExpressionSyntax expression) => expression.Parent switch
        {
            ParenthesizedExpressionSyntax parent => IsOperand(parent),
            PrefixUnaryExpressionSyntax or BinaryExpressionSyntax => true,
            _ => false,
        };
    }

    /// <summary>Makes a static method of a type parameter the one that the number has.</summary>
    private bool CallOfNumber(InvocationExpressionSyntax node, IMethodSymbol method)
    {
        if (!GenericOperators.Declares(method) || node.Expression is not MemberAccessExpressionSyntax access || Number(access.Expression) is not { } number)
            return false;
        if (PrimitiveNumbers.IsIdentity(method, number))
        {
            _edits.Replace(node.Expression.Span, "", node.Span);
            Visit(node.ArgumentList);
            return true;
        }

        return PrimitiveNumbers.Implementation(method, number, _names.Arguments) is { } implementation && CallRuntimeFunction(node, implementation);
    }
}
