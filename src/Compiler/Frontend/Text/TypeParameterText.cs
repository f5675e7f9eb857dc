using Microsoft.CodeAnalysis;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Writes type parameters and their constraints.</summary>
internal static class TypeParameterText
{
    /// <summary>The type parameters of a type and of those around it, outermost first.</summary>
    public static IEnumerable<ITypeParameterSymbol> OfType(INamedTypeSymbol? type) =>
        type is null ? [] : OfType(type.ContainingType).Concat(type.TypeParameters);

    /// <summary>The type arguments that belong to <see cref="OfType"/>.</summary>
    public static IEnumerable<ITypeSymbol> ArgumentsOfType(INamedTypeSymbol? type) =>
        type is null ? [] : ArgumentsOfType(type.ContainingType).Concat(type.TypeArguments);

    /// <summary>Names that differ from each other: an outer parameter that an inner one hides gets a number.</summary>
    public static IReadOnlyList<string> UniqueNames(IReadOnlyList<ITypeParameterSymbol> parameters, TypeNames names)
    {
        var result = new string[parameters.Count];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = parameters.Count - 1; i >= 0; i--)
        {
            var name = parameters[i].Name;
            for (var number = 1; !taken.Add(name); number++)
                name = $"{parameters[i].Name}{number}";
            if (name != parameters[i].Name)
                names.Rename(parameters[i], name);
            result[i] = Identifiers.Escape(name);
        }

        return result;
    }

    /// <summary>The <c>where</c> clause; null where there is no constraint.</summary>
    public static string? Constraint(ITypeParameterSymbol parameter, string name, TypeNames names)
    {
        var parts = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
            parts.Add("unmanaged");
        else if (parameter.HasValueTypeConstraint)
            parts.Add("struct");
        else if (parameter.HasReferenceTypeConstraint)
            parts.Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
        else if (parameter.HasNotNullConstraint)
            parts.Add("notnull");
        parts.AddRange(parameter.ConstraintTypes.Select(names.Of));
        if (parameter.HasConstructorConstraint)
            parts.Add("new()");
        if (parameter.AllowsRefLikeType)
            parts.Add("allows ref struct");
        return parts.Count == 0 ? null : $"where {name} : {string.Join(", ", parts)}";
    }
}
