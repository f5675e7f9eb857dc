using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.Frontend;
using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Generator;

/// <summary>Decides whether one call can be rerouted, and to what.</summary>
internal static class CallBinder
{
    /// <summary>The call, or null where it must stay as it is.</summary>
    public static BoundCall? Bind(InvocationExpressionSyntax node, SemanticModel model, Dictionary<string, Kernel> kernels, CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(node, cancellation).Symbol is not IMethodSymbol called)
            return null;
        var method = (called.ReducedFrom ?? called).OriginalDefinition;
        if (method.MethodKind is not MethodKind.Ordinary || method.IsAbstract || method.ContainingType.TypeKind == TypeKind.Interface
            || IsBaseCall(node) || IsInExpressionTree(node, model, cancellation))
        {
            return null;
        }

        if (SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, model.Compilation.Assembly) && method.PartialDefinitionPart is { } declared)
            method = declared;
        var name = KernelNames.Of(method);
        MethodSignature signature;
        if (kernels.TryGetValue(name, out var kernel))
            signature = kernel.Signature;
        else if (ForeignKernels.Signature(method, name, model.Compilation) is { } foreign)
            signature = foreign;
        else
            return null;
        if (model.GetInterceptableLocation(node, cancellation) is not { } location)
            return null;
        var isVirtual = (method.IsVirtual || method.IsOverride) && !method.IsSealed && method.ContainingType is { IsSealed: false, IsValueType: false };
        return new BoundCall(
            name,
            Identifiers.Escape(method.Name),
            signature,
            method.TypeParameters.Length,
            method.IsExtensionMethod,
            !method.IsStatic && method.ContainingType.IsReferenceType,
            isVirtual ? Dispatch.Guarded : Dispatch.Direct,
            location.GetInterceptsLocationAttributeSyntax());
    }

    /// <summary><c>base.M()</c> means this very method, not what overrides it; rerouted it would be dispatched again.</summary>
    private static bool IsBaseCall(InvocationExpressionSyntax node) =>
        node.Expression is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax };

    /// <summary>An expression tree would show the stub instead of the user's method.</summary>
    private static bool IsInExpressionTree(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var ancestor in node.Ancestors())
        {
            if (ancestor is AnonymousFunctionExpressionSyntax && IsExpression(model.GetTypeInfo(ancestor, cancellation).ConvertedType))
                return true;
            if (ancestor is QueryClauseSyntax or SelectOrGroupClauseSyntax && model.GetSymbolInfo(ancestor, cancellation).Symbol is IMethodSymbol query
                && query.Parameters.Any(p => IsExpression(p.Type)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsExpression(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Expression", ContainingNamespace: { Name: "Expressions", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } } };
}
