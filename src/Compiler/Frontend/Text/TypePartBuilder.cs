using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Opens another part of a type of the user's.</summary>
internal static class TypePartBuilder
{
    /// <summary>Whether the type and those around it are partial, so that emitted text can stand inside.</summary>
    public static bool IsPartial(INamedTypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.TypeKind is not (TypeKind.Class or TypeKind.Struct) || outer.IsFileLocal
                || !outer.DeclaringSyntaxReferences.All(r => IsPartial(r.GetSyntax())))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The part; null if what calls go to cannot name the type.</summary>
    public static TypePart? Of(INamedTypeSymbol type, TypeNames names)
    {
        if (names.WhyUnnameableOutside(type) is not null)
            return null;
        var headers = new Stack<string>();
        for (var outer = type; outer is not null; outer = outer.ContainingType)
            headers.Push(Header(outer));
        var space = type.ContainingNamespace;
        return new TypePart(
            space.IsGlobalNamespace ? "" : space.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat).Substring("global::".Length),
            headers.ToEquatableArray(),
            names.Of(type));
    }

    private static bool IsPartial(SyntaxNode syntax) =>
        syntax is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static string Header(INamedTypeSymbol type)
    {
        var keyword = (type.IsRecord, type.IsValueType) switch
        {
            (false, false) => "class",
            (false, true) => "struct",
            (true, false) => "record",
            (true, true) => "record struct",
        };
        var parameters = type.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", type.TypeParameters.Select(t => Identifiers.Escape(t.Name)))}>";
        return $"{(type.IsRefLikeType ? "ref " : "")}partial {keyword} {Identifiers.Escape(type.Name)}{parameters}";
    }
}
