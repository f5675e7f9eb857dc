using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Recognises functions of one element, which can be applied to whole collections.</summary>
internal static class ElementWiseFunctions
{
    /// <summary>C# 14, the first version in which a type can be given further static members; the referenced Roslyn has no name for it.</summary>
    private const LanguageVersion WithExtensionMembers = (LanguageVersion)1400;

    /// <summary>The shape of a static method that maps values to a value; null for any other, or where overloads cannot be added to its type.</summary>
    public static ElementWiseShape? Of(IMethodSymbol method, Compilation compilation, TypeNames names, SourceSpan source, Func<IParameterSymbol, Variable> variableOf)
    {
        if (!IsFunction(method) || compilation is not CSharpCompilation { LanguageVersion: >= WithExtensionMembers })
            return null;
        var type = method.ContainingType;
        if (type is not { TypeKind: TypeKind.Class or TypeKind.Struct, IsFileLocal: false, IsExtension: false } || IsGeneric(type) || names.WhyUnnameable(type) is not null)
            return null;
        return new ElementWiseShape(
            names.Of(type),
            Identifiers.Escape(method.Name),
            method.Parameters.Select(variableOf).ToEquatableArray(),
            names.IrTypeOf(method.ReturnType),
            source,
            method.GetDocumentationCommentId() ?? "");
    }

    private static bool IsFunction(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsStatic: true, IsAsync: false, IsExtensionMethod: false, Parameters.IsEmpty: false, RefKind: RefKind.None }
        && IsValue(method.ReturnType)
        && method.Parameters.All(p => p is { RefKind: RefKind.None, IsParams: false } && IsValue(p.Type));

    /// <summary>Numbers, characters, texts, enums, structs that are not views of memory, and type parameters that stand for values.</summary>
    private static bool IsValue(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Void } => false,
        { SpecialType: SpecialType.System_String } => true,
        ITypeParameterSymbol parameter => !parameter.ConstraintTypes.IsEmpty || parameter.HasValueTypeConstraint,
        _ => type is { IsValueType: true, IsRefLikeType: false } && ContainerTypes.Of(type) is null && !ContainerTypes.IsMemory(type) && type.Name is not "ValueTask",
    };

    private static bool IsGeneric(INamedTypeSymbol type) => type.IsGenericType || (type.ContainingType is { } outer && IsGeneric(outer));
}
