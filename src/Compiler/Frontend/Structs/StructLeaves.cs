using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Compiler.Frontend;

/// <summary>A number inside a struct, reached by one field or by several in a row.</summary>
/// <param name="Path">The members that lead to it, such as <c>.Place.X</c>.</param>
/// <param name="Members">The same, each with the struct that it belongs to.</param>
/// <param name="Type">Its type.</param>
internal sealed record StructLeaf(string Path, IReadOnlyList<(INamedTypeSymbol Structure, ISymbol Member)> Members, IrType Type);

/// <summary>The numbers that a struct is made of, where it holds nothing else and generated code may name all of them.</summary>
internal static class StructLeaves
{
    /// <summary>Larger structs are copied as a whole.</summary>
    private const int Most = 16;

    /// <summary>The numbers in the order of their declaration; null for any other type.</summary>
    public static IReadOnlyList<StructLeaf>? Of(ITypeSymbol? type, Lowering lowering)
    {
        var leaves = new List<StructLeaf>();
        return type is INamedTypeSymbol structure && TypeNames.KindOf(type) == ScalarKind.Other && Add(structure, "", [], lowering, leaves) && leaves.Count is > 0 and <= Most
            ? leaves
            : null;
    }

    /// <summary>What a member of a struct is called in paths: a property that reads a field as that field.</summary>
    public static string? PathOf(INamedTypeSymbol structure, ISymbol member, Lowering lowering)
    {
        var members = Members(structure, lowering)?.Select(m => m.Member).ToList();
        if (members is null)
            return null;
        if (members.Exists(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, member.OriginalDefinition)))
            return Name(member);
        var field = member as IFieldSymbol ?? (member is IPropertySymbol property ? PropertyFacts.ReturnedField(property, lowering.Inference.Models) : null);
        return field is not null && members.Find(m => IsNameOf(m, field, lowering)) is { } name ? Name(name) : null;
    }

    /// <summary>Whether a member is the field, or a property that returns it.</summary>
    private static bool IsNameOf(ISymbol member, IFieldSymbol field, Lowering lowering) => SymbolEqualityComparer.Default.Equals(
        (member is IPropertySymbol property ? PropertyFacts.ReturnedField(property, lowering.Inference.Models) : member)?.OriginalDefinition,
        field.OriginalDefinition);

    private static string Name(ISymbol member) => $".{Identifiers.Escape(member.Name)}";

    private static bool Add(
        INamedTypeSymbol structure,
        string path,
        IReadOnlyList<(INamedTypeSymbol Structure, ISymbol Member)> outer,
        Lowering lowering,
        List<StructLeaf> leaves)
    {
        if (!StructLayout.IsKnown(structure) || Members(structure, lowering) is not { } members)
            return false;
        foreach (var (member, type) in members)
        {
            var inner = path + Name(member);
            List<(INamedTypeSymbol, ISymbol)> way = [.. outer, (structure, member)];
            if (TypeNames.KindOf(type) != ScalarKind.Other)
                leaves.Add(new StructLeaf(inner, way, lowering.Names.IrTypeOf(type)));
            else if (type is not INamedTypeSymbol part || leaves.Count > Most || !Add(part, inner, way, lowering, leaves))
                return false;
        }

        return true;
    }

    /// <summary>The members that name the fields; null where one has no name in generated code.</summary>
    private static List<(ISymbol Member, ITypeSymbol Type)>? Members(INamedTypeSymbol structure, Lowering lowering)
    {
        var result = new List<(ISymbol, ITypeSymbol)>();
        if (KnownLayouts.SizeOf(structure.ToDisplayString()) is not null)
        {
            foreach (var property in structure.GetMembers().OfType<IPropertySymbol>().Where(p => KnownLayouts.OffsetOf(structure.ToDisplayString(), p.Name) is not null))
                result.Add((property, property.Type));
            return result;
        }

        if (PrimaryConstructors.HasCaptures(structure, lowering.Inference.Models))
            return null;
        foreach (var field in StructLayout.Fields(structure))
        {
            ISymbol? member = field.IsVolatile ? null
                : IsAccessible(field, lowering) && field.AssociatedSymbol is null ? field
                : structure.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(p => IsAccessible(p, lowering) && PropertyFacts.IsAuto(p) && StructLayout.BackingField(structure, p) is { } backing
                    && SymbolEqualityComparer.Default.Equals(backing, field))
                ?? structure.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(p => !p.IsStatic && IsAccessible(p, lowering) && IsNameOf(p, field, lowering));
            if (member is null)
                return null;
            lowering.Inference.Models.Consult(member);
            result.Add((member, field.Type));
        }

        return result;
    }

    private static bool IsAccessible(ISymbol member, Lowering lowering) => lowering.Compilation.IsSymbolAccessibleWithin(member, lowering.Compilation.Assembly);

    /// <summary>Whether generated code may assign the member of an element.</summary>
    public static bool IsAssignable(ISymbol member, Lowering lowering) => member switch
    {
        IFieldSymbol field => !field.IsReadOnly,
        IPropertySymbol { SetMethod: { IsInitOnly: false } setter } => IsAccessible(setter, lowering),
        _ => false,
    };
}
