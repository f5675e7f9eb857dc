using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Spells a call of the user's own method for emitted text, where that text can make one.</summary>
internal static class OriginalMethod
{
    private static readonly HashSet<string> _changingACall = new(StringComparer.Ordinal)
    {
        "System.Diagnostics.ConditionalAttribute",
        "System.Runtime.CompilerServices.OverloadResolutionPriorityAttribute",
        "System.Runtime.InteropServices.UnmanagedCallersOnlyAttribute",
    };

    /// <summary>
    /// What stands before the argument list, such as <c>global::Space.Type.Method&lt;T&gt;</c>; null where a call would dispatch, choose
    /// another overload, or name what the text may not.
    /// </summary>
    /// <param name="method">The method, not reduced.</param>
    /// <param name="names">How the text names types, type parameters included.</param>
    /// <param name="compilation">The compilation of the method.</param>
    /// <param name="within">The type that the text stands in; null outside of all.</param>
    public static string? Call(IMethodSymbol method, TypeNames names, Compilation compilation, INamedTypeSymbol? within)
    {
        var type = method.ContainingType;
        var isDispatched = (method.IsVirtual || method.IsAbstract || method.IsOverride) && !method.IsSealed && !type.IsSealed;
        if (isDispatched || type.IsExtension || !method.ExplicitInterfaceImplementations.IsEmpty
            || !compilation.IsSymbolAccessibleWithin(method, within ?? (ISymbol)compilation.Assembly)
            || names.WhyUnnameable(type) is not null
            || method.Parameters.Any(p => p.Type.TypeKind == TypeKind.Dynamic)
            || type.GetMembers(method.Name).SelectMany(m => m.GetAttributes()).Any(a => _changingACall.Contains(Names.FullName(a.AttributeClass!))))
        {
            return null;
        }

        var arguments = method.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", method.TypeParameters.Select(names.Of))}>";
        return $"{(method.IsStatic ? names.Of(type) : SignatureBuilder.This)}.{Identifiers.Escape(method.Name)}{arguments}";
    }
}
