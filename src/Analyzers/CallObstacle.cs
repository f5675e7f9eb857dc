using AutoParallel.Compiler.Frontend;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Analyzers;

/// <summary>Says why one call cannot be rerouted although its method can.</summary>
internal static class CallObstacle
{
    /// <summary>The reason and what to do; null if nothing is in the way.</summary>
    public static string? Of(IInvocationOperation call, RepeatedFiles repeated)
    {
        if (call.IsImplicit || call.Syntax is not InvocationExpressionSyntax)
            return "C# makes the call for another construct; write the call out";
        if (call.Instance is IInstanceReferenceOperation { Syntax: BaseExpressionSyntax })
            return "a 'base' call must not be dispatched again; put the loop into a method that is not virtual and call that";
        if (call.ConstrainedToType is not null)
            return "a call through a type parameter is dispatched by its type; call the method of a type by name";
        if (IsInExpressionTree(call))
            return "it is in an expression tree, which would show the generated method; call the method outside of it";
        return repeated.Contains(call.Syntax.SyntaxTree)
            ? "another file has the same content, so that the compiler cannot tell the calls apart; remove one of the files"
            : null;
    }

    /// <summary>Whether an operation is in a lambda that becomes data.</summary>
    public static bool IsInExpressionTree(IOperation operation)
    {
        for (var ancestor = operation; ancestor is not null; ancestor = ancestor.Parent)
        {
            if (ancestor is IAnonymousFunctionOperation { Parent: { } use } && IsExpression(use.Type))
                return true;
        }

        return false;
    }

    private static bool IsExpression(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Expression" } named && Names.FullName(named) == "System.Linq.Expressions.Expression";
}
