using System.Text;

using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Spells types as they are written in emitted text, and projects them onto <see cref="IrType"/>.</summary>
internal sealed class TypeNames
{
    private static readonly SymbolDisplayFormat _plain = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly SymbolDisplayFormat _annotated = _plain.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly Compilation _compilation;
    private readonly ISymbol _within;
    private readonly Dictionary<ITypeParameterSymbol, string> _typeParameters = new(SymbolEqualityComparer.Default);
    private readonly TypeArguments _arguments;
    private readonly Dictionary<ITypeSymbol, IrType> _types = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(ISymbol Type, ISymbol Within), bool> _accessible = [];

    /// <summary>Names for emitted text that stands in a type, or, without one, outside of all types of the user's.</summary>
    public TypeNames(Compilation compilation, INamedTypeSymbol? within = null)
        : this(compilation, within ?? (ISymbol)compilation.Assembly, new TypeArguments(compilation))
    {
    }

    private TypeNames(Compilation compilation, ISymbol within, TypeArguments arguments)
    {
        _compilation = compilation;
        _within = within;
        _arguments = arguments;
    }

    /// <summary>What type parameters stand for in the code that is named.</summary>
    public TypeArguments Arguments => _arguments;

    /// <summary>Names at the same place, of code whose type parameters stand for types.</summary>
    public TypeNames At(TypeArguments arguments) => new(_compilation, _within, arguments);

    /// <summary>Gives a type parameter another name in emitted text.</summary>
    public void Rename(ITypeParameterSymbol typeParameter, string name) => _typeParameters[typeParameter] = name;

    /// <summary>The globally qualified spelling, with nullable annotations.</summary>
    public string Of(ITypeSymbol type) => Of(type, _annotated);

    private string Of(ITypeSymbol type, SymbolDisplayFormat format)
    {
        type = _arguments.Resolve(type);
        if (_typeParameters.Count == 0)
            return type.ToDisplayString(format);
        var text = new StringBuilder();
        foreach (var part in type.ToDisplayParts(format))
        {
            text.Append(part.Symbol is ITypeParameterSymbol parameter && _typeParameters.TryGetValue(parameter, out var name)
                ? name
                : part.ToString());
        }

        return text.ToString();
    }

    /// <summary>The spelling, without nullable annotations, and the arithmetic; <c>void</c> for null.</summary>
    public IrType IrTypeOf(ITypeSymbol? type)
    {
        if (type is null)
            return IrType.Void;
        type = _arguments.Resolve(type);
        if (_types.TryGetValue(type, out var known) && !HasTupleNames(type))
            return known;
        var kind = KindOf(type);
        return _types[type] = new IrType(kind, Of(type, _plain), kind == ScalarKind.Other && !type.IsValueType && type.TypeKind != TypeKind.Pointer) { IsRefLike = type.IsRefLikeType };
    }

    /// <summary>The arithmetic of a type; that of the underlying type for enums.</summary>
    public static ScalarKind KindOf(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying })
            type = underlying;
        return type.SpecialType switch
        {
            SpecialType.System_Boolean => ScalarKind.Bool,
            SpecialType.System_Char => ScalarKind.Char,
            SpecialType.System_SByte => ScalarKind.Int8,
            SpecialType.System_Byte => ScalarKind.UInt8,
            SpecialType.System_Int16 => ScalarKind.Int16,
            SpecialType.System_UInt16 => ScalarKind.UInt16,
            SpecialType.System_Int32 => ScalarKind.Int32,
            SpecialType.System_UInt32 => ScalarKind.UInt32,
            SpecialType.System_Int64 => ScalarKind.Int64,
            SpecialType.System_UInt64 => ScalarKind.UInt64,
            SpecialType.System_IntPtr => ScalarKind.IntPtr,
            SpecialType.System_UIntPtr => ScalarKind.UIntPtr,
            SpecialType.System_Single => ScalarKind.Single,
            SpecialType.System_Double => ScalarKind.Double,
            SpecialType.System_Decimal => ScalarKind.Decimal,
            _ => IsHalf(type) ? ScalarKind.Half : ScalarKind.Other,
        };
    }

    /// <summary>Whether it is <c>System.Half</c>, whose operators are user-defined to the language.</summary>
    public static bool IsHalf(ITypeSymbol? type) =>
        type is { Name: "Half", ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Why the emitted text cannot spell a type; null if it can.</summary>
    public string? WhyUnnameable(ITypeSymbol type) => WhyUnnameable(_arguments.Resolve(type), _within);

    /// <summary>Why code outside of all types of the user's cannot spell a type; null if it can.</summary>
    public string? WhyUnnameableOutside(ITypeSymbol type) => WhyUnnameable(type, _compilation.Assembly);

    private string? WhyUnnameable(ITypeSymbol type, ISymbol within)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return WhyUnnameable(array.ElementType, within);
            case IPointerTypeSymbol pointer:
                return WhyUnnameable(pointer.PointedAtType, within);
            case IFunctionPointerTypeSymbol function:
                return function.Signature.Parameters.Select(p => p.Type).Append(function.Signature.ReturnType)
                    .Select(t => WhyUnnameable(t, within)).FirstOrDefault(r => r is not null);
            case ITypeParameterSymbol or IDynamicTypeSymbol:
                return null;
            case { IsAnonymousType: true }:
                return "an anonymous type has no name";
            case IErrorTypeSymbol:
                return $"the type '{type.Name}' is not known";
            case INamedTypeSymbol named:
                return WhyUnnameable(named, within);
            default:
                return $"the type '{type.Name}' cannot be named";
        }
    }

    private string? WhyUnnameable(INamedTypeSymbol type, ISymbol within)
    {
        if (type.IsTupleType)
            return type.TupleElements.Select(e => WhyUnnameable(e.Type, within)).FirstOrDefault(r => r is not null);
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.IsFileLocal)
                return $"the type '{outer.Name}' is local to its file";
            if (!IsAccessible(outer.OriginalDefinition, within))
                return $"the type '{outer.Name}' is {Accessibility(outer)}; make it internal";
            if (outer.TypeArguments.Select(t => WhyUnnameable(t, within)).FirstOrDefault(r => r is not null) is { } reason)
                return reason;
        }

        return null;
    }

    /// <summary>The same types come up again and again, and the compilation goes through all its references for each answer.</summary>
    private bool IsAccessible(INamedTypeSymbol type, ISymbol within)
    {
        if (!_accessible.TryGetValue((type, within), out var isAccessible))
            _accessible[(type, within)] = isAccessible = _compilation.IsSymbolAccessibleWithin(type, within);
        return isAccessible;
    }

    /// <summary>Whether types that the language takes for the same may be spelled differently.</summary>
    private static bool HasTupleNames(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => HasTupleNames(array.ElementType),
        INamedTypeSymbol named => named.IsTupleType || named.TypeArguments.Any(HasTupleNames),
        _ => false,
    };

    private static string Accessibility(INamedTypeSymbol type) =>
        type.DeclaredAccessibility == Microsoft.CodeAnalysis.Accessibility.Private ? "private" : "protected";
}
