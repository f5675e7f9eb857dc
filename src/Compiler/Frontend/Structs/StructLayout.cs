using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// Where the fields of a struct lie if they follow each other in the order of their declaration, each at a multiple of its alignment, as
/// the runtime lays out structs without references. It is an estimate: generated code asks the runtime before it relies on it.
/// </summary>
internal static class StructLayout
{
    /// <summary>The place of a member of a struct inside the element that holds it; null where it is not known, or has no name in generated code.</summary>
    /// <param name="holder">The access to the struct: an element, or a field of one.</param>
    /// <param name="type">The struct.</param>
    /// <param name="member">A field, or a property that reads one.</param>
    /// <param name="lowering">The method.</param>
    public static FieldLayout? Field(MemoryAccess holder, ITypeSymbol? type, ISymbol member, Lowering lowering)
    {
        if (holder.Subscripts.IsEmpty || type is not INamedTypeSymbol structure || (holder.Path.Length > 0 && holder.Field is null))
            return null;
        if (!lowering.Compilation.IsSymbolAccessibleWithin(member, lowering.Compilation.Assembly) || Shape(structure) is not { } shape)
            return null;
        if (Place(structure, member, lowering) is not var (offset, fieldType))
            return null;
        var irType = lowering.Names.IrTypeOf(fieldType);
        var (start, record) = holder.Field is { } outer ? (outer.Offset + offset, outer.RecordSize) : (offset, shape.Size);
        var size = irType.Size64;
        var isNumber = irType.Kind is not (ScalarKind.Other or ScalarKind.Decimal or ScalarKind.Half) && size > 0 && start % size == 0 && record % size == 0;
        return new FieldLayout(irType, start, record, isNumber)
        {
            IsReadOnly = holder.Field is { IsReadOnly: true } || !StructLeaves.IsAssignable(member, lowering) || (irType.Kind == ScalarKind.Other && member is IPropertySymbol),
        };
    }

    /// <summary>Whether it is known where the fields lie.</summary>
    public static bool IsKnown(INamedTypeSymbol structure) => Shape(structure) is not null;

    private static (int Offset, ITypeSymbol Type)? Place(INamedTypeSymbol structure, ISymbol member, Lowering lowering)
    {
        if (KnownLayouts.OffsetOf(structure.ToDisplayString(), member.Name) is { } known)
            return (known, ((IPropertySymbol)member).Type);
        var field = member switch
        {
            IFieldSymbol own => own,
            IPropertySymbol property => BackingField(structure, property) ?? PropertyFacts.ReturnedField(property, lowering.Inference.Models),
            _ => null,
        };
        var offset = 0;
        foreach (var other in Fields(structure))
        {
            var (size, alignment) = Shape(other.Type)!.Value;
            offset = Aligned(offset, alignment);
            if (field is not null && SymbolEqualityComparer.Default.Equals(other.OriginalDefinition, field.OriginalDefinition))
                return (offset, other.Type);
            offset += size;
        }

        return null;
    }

    /// <summary>The field that an auto-property reads; null for any other.</summary>
    public static IFieldSymbol? BackingField(INamedTypeSymbol structure, IPropertySymbol property) =>
        Fields(structure).FirstOrDefault(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol?.OriginalDefinition, property.OriginalDefinition))
        ?? Fields(structure).FirstOrDefault(f => f.Name == $"<{property.Name}>k__BackingField");

    /// <summary>Size and alignment in bytes; null for types that hold references, and those whose fields cannot be seen or lie elsewhere.</summary>
    private static (int Size, int Alignment)? Shape(ITypeSymbol type)
    {
        var kind = TypeNames.KindOf(type);
        if (kind == ScalarKind.Decimal)
            return null;
        if (kind != ScalarKind.Other)
            return new IrType(kind, "").Size64 is > 0 and var size ? (size, size) : null;
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct, IsRefLikeType: false, IsTupleType: false } structure || !IsSequential(structure))
            return null;
        if (KnownLayouts.SizeOf(structure.ToDisplayString()) is { } known)
            return (known, sizeof(double));
        var (end, largest) = (0, 1);
        foreach (var field in Fields(structure))
        {
            if (field.IsFixedSizeBuffer || field.RefKind != RefKind.None || field.Name.StartsWith("_dummy", StringComparison.Ordinal) || Shape(field.Type) is not { } shape)
                return null;
            end = Aligned(end, shape.Alignment) + shape.Size;
            largest = Math.Max(largest, shape.Alignment);
        }

        return end == 0 ? null : (Aligned(end, largest), largest);
    }

    /// <summary>The fields of each value of the struct.</summary>
    public static IEnumerable<IFieldSymbol> Fields(INamedTypeSymbol structure) => structure.GetMembers().OfType<IFieldSymbol>().Where(f => !f.IsStatic && !f.IsConst);

    private static int Aligned(int offset, int alignment) => (offset + alignment - 1) / alignment * alignment;

    private static bool IsSequential(INamedTypeSymbol structure) => structure.GetAttributes().All(a => a.AttributeClass?.Name switch
    {
        "InlineArrayAttribute" => false,
        "StructLayoutAttribute" => a.ConstructorArguments.Length == 1 && a.ConstructorArguments[0].Value is 0 or (short)0
            && a.NamedArguments.All(n => n.Key is not ("Pack" or "Size")),
        _ => true,
    });
}
