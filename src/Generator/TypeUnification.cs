using AutoParallel.Compiler.Frontend;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoParallel.Generator;

/// <summary>Finds the type arguments with which a generic type implements or derives from a given type.</summary>
internal static class TypeUnification
{
    /// <summary>Whether a type depends on type parameters.</summary>
    public static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        IPointerTypeSymbol pointer => IsOpen(pointer.PointedAtType),
        IFunctionPointerTypeSymbol function => function.Signature.Parameters.Select(p => p.Type).Append(function.Signature.ReturnType).Any(IsOpen),
        INamedTypeSymbol named => TypeParameterText.ArgumentsOfType(named).Any(IsOpen),
        _ => false,
    };

    /// <summary>
    /// The only <paramref name="type"/> whose <paramref name="inherited"/>, written with the type's own parameters, is
    /// <paramref name="wanted"/>; null if there is none or it cannot be said.
    /// </summary>
    public static INamedTypeSymbol? Construct(INamedTypeSymbol type, ITypeSymbol inherited, ITypeSymbol wanted, Compilation compilation)
    {
        var found = new Dictionary<ITypeParameterSymbol, ITypeSymbol>(SymbolEqualityComparer.Default);
        var isFound = Unify(inherited, wanted, found)
            && TypeParameterText.OfType(type).All(p => found.TryGetValue(p, out var argument) && Satisfies(argument, p, compilation));
        return isFound ? Substitute(type, found) : null;
    }

    private static bool Unify(ITypeSymbol pattern, ITypeSymbol type, Dictionary<ITypeParameterSymbol, ITypeSymbol> found)
    {
        switch (pattern)
        {
            case ITypeParameterSymbol parameter:
                if (found.TryGetValue(parameter, out var known))
                    return SymbolEqualityComparer.Default.Equals(known, type);
                found.Add(parameter, type);
                return true;
            case IArrayTypeSymbol array:
                return type is IArrayTypeSymbol given && given.Rank == array.Rank && Unify(array.ElementType, given.ElementType, found);
            case INamedTypeSymbol named when type is INamedTypeSymbol other:
                return SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, other.OriginalDefinition)
                    && TypeParameterText.ArgumentsOfType(named)
                        .Zip(TypeParameterText.ArgumentsOfType(other), (n, o) => Unify(n, o, found)).All(u => u);
            default:
                return SymbolEqualityComparer.Default.Equals(pattern, type);
        }
    }

    private static bool Satisfies(ITypeSymbol argument, ITypeParameterSymbol parameter, Compilation compilation) =>
        (!parameter.HasUnmanagedTypeConstraint || argument.IsUnmanagedType)
        && (!parameter.HasValueTypeConstraint || argument is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T })
        && (!parameter.HasReferenceTypeConstraint || argument.IsReferenceType)
        && (!parameter.HasConstructorConstraint || argument.IsValueType)
        && (!argument.IsRefLikeType || parameter.AllowsRefLikeType)
        && parameter.ConstraintTypes.All(c => !IsOpen(c) && IsSubtype(compilation.ClassifyConversion(argument, c)));

    private static bool IsSubtype(Conversion conversion) =>
        conversion is { IsIdentity: true } or { IsReference: true, IsImplicit: true } or { IsBoxing: true };

    private static INamedTypeSymbol Substitute(INamedTypeSymbol type, Dictionary<ITypeParameterSymbol, ITypeSymbol> found)
    {
        var definition = type.ContainingType is { } outer
            ? Substitute(outer, found).GetTypeMembers(type.Name, type.Arity).First()
            : type;
        return type.Arity == 0 ? definition : definition.Construct([.. type.TypeParameters.Select(p => found[p])]);
    }
}
