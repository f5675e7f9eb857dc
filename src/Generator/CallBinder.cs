using AutoParallel.Compiler.Calls;
using AutoParallel.Compiler.Frontend;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Generator;

/// <summary>Decides whether one call can be rerouted, and to what.</summary>
internal static class CallBinder
{
    /// <summary>What the call goes to, and the attribute that says so; null where it must stay as it is.</summary>
    public static (Stub Stub, string Attribute)? Bind(
        InvocationExpressionSyntax node,
        SemanticModel model,
        KernelTable kernels,
        RepeatedFiles repeated,
        CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(node, cancellation).Symbol is not IMethodSymbol called)
            return null;
        called = called.ReducedFrom ?? called;
        if (called.MethodKind != MethodKind.Ordinary)
            return null;
        var stub = CallObstacle.IsDispatched(called)
            ? DispatchBinder.Bind(called, kernels, model.Compilation)
            : Direct(called, kernels, model.Compilation);
        return stub is not null && CallObstacle.Of(node, called, model, repeated, cancellation) is null
            && model.GetInterceptableLocation(node, cancellation) is { } location
                ? (stub, location.GetInterceptsLocationAttributeSyntax())
                : null;
    }

    private static Stub? Direct(IMethodSymbol called, KernelTable kernels, Compilation compilation)
    {
        var method = called.OriginalDefinition;
        if (SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly) && method.PartialDefinitionPart is { } declared)
            method = declared;
        var name = KernelNames.Of(method);
        return kernels.SignatureOf(method, name) is { } signature
            ? new Stub(
                name,
                name,
                Identifiers.Escape(method.Name),
                signature,
                "",
                method.IsExtensionMethod || (method.ContainingType.IsExtension && !method.IsStatic),
                method is { IsStatic: false, ContainingType: { IsReferenceType: true, IsExtension: false } },
                default)
            : null;
    }
}
