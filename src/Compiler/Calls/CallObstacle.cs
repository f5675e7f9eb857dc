using AutoParallel.Compiler.Frontend;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Compiler.Calls;

/// <summary>Says why one call cannot be rerouted although its method can. The generator obeys, the analyzers tell.</summary>
public static class CallObstacle
{
    /// <summary>Why a call that C# makes for another construct cannot be rerouted.</summary>
    public const string Implicit = "C# makes the call for another construct; write the call out";

    /// <summary>The reason and what to do; null if nothing is in the way.</summary>
    public static string? Of(
        InvocationExpressionSyntax call,
        IMethodSymbol called,
        SemanticModel model,
        RepeatedFiles repeated,
        CancellationToken cancellation)
    {
        var receiver = Receiver(call);
        if (receiver is BaseExpressionSyntax)
            return "a 'base' call must not be dispatched again; put the loop into a method that is not virtual and call that";
        if (receiver is not null && !called.IsExtensionMethod && IsDispatchedByTypeParameter(receiver, model, cancellation))
            return "a call through a type parameter is dispatched by its type; call the method of a type by name";
        if (IsDispatched(called) && !model.Compilation.IsSymbolAccessibleWithin(called.OriginalDefinition, model.Compilation.Assembly))
            return "generated code can keep the dispatch only of a method that it may call; make the method internal, or not virtual";
        if (IsInExpressionTree(call, model, cancellation))
            return "it is in an expression tree, which would show the generated method; call the method outside of it";
        return repeated.Contains(call.SyntaxTree)
            ? "another file has the same content, so that the compiler cannot tell the calls apart; remove one of the files"
            : null;
    }

    /// <summary>Whether another method than the called one may run.</summary>
    public static bool IsDispatched(IMethodSymbol method) =>
        (method.IsVirtual || method.IsOverride || method.IsAbstract) && !method.IsSealed
        && method.ContainingType is { IsSealed: false, IsValueType: false };

    private static ExpressionSyntax? Receiver(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        MemberBindingExpressionSyntax binding => binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>()
            .First(c => c.WhenNotNull.Span.Contains(binding.Span)).Expression,
        _ => null,
    };

    /// <summary>A static call of <c>T</c>, or one on a value that may be a structure: its copy, not the value, would be the receiver.</summary>
    private static bool IsDispatchedByTypeParameter(ExpressionSyntax receiver, SemanticModel model, CancellationToken cancellation) =>
        model.GetTypeInfo(receiver, cancellation).Type is ITypeParameterSymbol { IsReferenceType: false }
        || (receiver is SimpleNameSyntax && model.GetSymbolInfo(receiver, cancellation).Symbol is ITypeParameterSymbol);

    private static bool IsInExpressionTree(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var ancestor in node.Ancestors())
        {
            var isData = ancestor switch
            {
                AnonymousFunctionExpressionSyntax => IsExpression(model.GetTypeInfo(ancestor, cancellation).ConvertedType),
                QueryClauseSyntax clause => TakesExpression(model.GetQueryClauseInfo(clause, cancellation).OperationInfo.Symbol),
                SelectOrGroupClauseSyntax or OrderingSyntax => TakesExpression(model.GetSymbolInfo(ancestor, cancellation).Symbol),
                _ => false,
            };
            if (isData)
                return true;
        }

        return false;
    }

    private static bool TakesExpression(ISymbol? query) => query is IMethodSymbol method && method.Parameters.Any(p => IsExpression(p.Type));

    private static bool IsExpression(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Expression" } named && Names.FullName(named) == "System.Linq.Expressions.Expression";
}
