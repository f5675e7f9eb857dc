using AutoParallel.Compiler.Calls;
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
    public static BoundCall? Bind(InvocationExpressionSyntax node, SemanticModel model, KernelTable kernels, RepeatedFiles repeated, CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(node, cancellation).Symbol is not IMethodSymbol called)
            return null;
        var method = (called.ReducedFrom ?? called).OriginalDefinition;
        if (method.MethodKind is not MethodKind.Ordinary || method.IsAbstract || method.ContainingType.TypeKind == TypeKind.Interface)
            return null;
        if (SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, model.Compilation.Assembly) && method.PartialDefinitionPart is { } declared)
            method = declared;
        var name = KernelNames.Of(method);
        if ((kernels.ByName(name)?.Signature ?? ForeignKernels.Signature(method, name, model.Compilation)) is not { } signature
            || CallObstacle.Of(node, model, repeated, cancellation) is not null
            || model.GetInterceptableLocation(node, cancellation) is not { } location)
        {
            return null;
        }

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
}
