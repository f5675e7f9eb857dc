using Microsoft.CodeAnalysis;

namespace AutoParallel.Analyzers;

/// <summary>Recognises functions of one element, which can be applied to whole collections.</summary>
internal static class ElementWise
{
    /// <summary>Whether a method maps numbers to a number.</summary>
    public static bool IsFunction(IMethodSymbol method) =>
        method is { IsStatic: true, IsAsync: false, Parameters.IsEmpty: false }
        && IsScalar(method.ReturnType)
        && method.Parameters.All(p => p.RefKind == RefKind.None && IsScalar(p.Type));

    /// <summary>Numbers, characters and booleans, enums, and type parameters that stand for one of them.</summary>
    private static bool IsScalar(ITypeSymbol type) =>
        type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double
        || type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr
        || type.TypeKind == TypeKind.Enum
        || type is ITypeParameterSymbol { ConstraintTypes.IsEmpty: false }
        || type is { MetadataName: "Half" or "Int128" or "UInt128", ContainingNamespace.Name: "System" };
}
