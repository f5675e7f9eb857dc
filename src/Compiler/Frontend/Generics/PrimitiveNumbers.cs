using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Compiler.Frontend;

/// <summary>What the static members of a type parameter are where it stands for a number: <c>T.Zero</c>, <c>T.Max</c>, <c>T.CreateChecked</c>.</summary>
internal static class PrimitiveNumbers
{
    private static readonly HashSet<string> _conversions = new(StringComparer.Ordinal) { "CreateChecked", "CreateSaturating", "CreateTruncating" };

    /// <summary>Functions of integers that are those of <c>Math</c>, as documented.</summary>
    private static readonly HashSet<string> _ofIntegers = new(StringComparer.Ordinal) { "Abs", "Clamp", "Sign" };

    /// <summary>A small number as a constant of a type; null for types without constants.</summary>
    public static object? Value(ScalarKind kind, int number) => kind switch
    {
        ScalarKind.Int8 => (sbyte)number,
        ScalarKind.UInt8 => (byte)number,
        ScalarKind.Int16 => (short)number,
        ScalarKind.UInt16 => (ushort)number,
        ScalarKind.Int32 => number,
        ScalarKind.UInt32 => (uint)number,
        ScalarKind.Int64 => (long)number,
        ScalarKind.UInt64 => (ulong)number,
        ScalarKind.Single => (float)number,
        ScalarKind.Double => (double)number,
        ScalarKind.Decimal => (decimal)number,
        _ => null,
    };

    /// <summary>The value of a static property of a type parameter; null where it is not a constant.</summary>
    public static object? Value(IPropertySymbol property, ITypeSymbol type)
    {
        var kind = TypeNames.KindOf(type);
        return property.Name switch
        {
            "Zero" or "AdditiveIdentity" => Value(kind, 0),
            "One" or "MultiplicativeIdentity" => Value(kind, 1),
            "NegativeOne" when !new IrType(kind, "").IsUnsigned => Value(kind, -1),
            _ => type.GetMembers(property.Name).OfType<IFieldSymbol>().FirstOrDefault(f => f is { HasConstantValue: true, DeclaredAccessibility: Accessibility.Public }
                && SymbolEqualityComparer.Default.Equals(f.Type, type))?.ConstantValue,
        };
    }

    /// <summary>Whether a function gives the number that it is given: the absolute value of one that has no sign.</summary>
    public static bool IsIdentity(IMethodSymbol method, ITypeSymbol type) => method.Name == "Abs" && new IrType(TypeNames.KindOf(type), "").IsUnsigned;

    /// <summary>Whether it is one of the functions that make a number of a type from one of another.</summary>
    public static bool IsConversion(IMethodSymbol method) => _conversions.Contains(method.Name) && method is { TypeArguments.Length: 1, Parameters.Length: 1 };

    /// <summary>The public method of a type that a static method of a type parameter is; null where the type has it under no name.</summary>
    public static IMethodSymbol? Implementation(IMethodSymbol method, ITypeSymbol type, TypeArguments arguments)
    {
        var declared = arguments.Resolve(method);
        var found = type.FindImplementationForInterfaceMember(declared.ConstructedFrom) as IMethodSymbol;
        if (found is not { DeclaredAccessibility: Accessibility.Public } || found.Name != method.Name
            || !SymbolEqualityComparer.Default.Equals(found.ContainingType, type))
        {
            return null;
        }

        return found.TypeParameters.IsEmpty ? found : found.Construct([.. declared.TypeArguments]);
    }

    /// <summary>The key of the function in the tables; null where it has none.</summary>
    public static string? Function(IMethodSymbol implementation, FloatMode mode)
    {
        if (SourceQualifier.RuntimeFunction(implementation, mode) is { } function)
            return function;
        var type = Names.FullName(implementation.ContainingType);
        return MathFunctions.Key(type, implementation.Name)
            ?? (_ofIntegers.Contains(implementation.Name) && TypeNames.KindOf(implementation.ContainingType) is >= ScalarKind.Int8 and <= ScalarKind.UInt64 ? $"System.Math.{implementation.Name}" : null);
    }

    /// <summary>A number of one type as one of another; null where that is not what a conversion of the language does.</summary>
    public static IrExpression? Convert(IMethodSymbol conversion, IrExpression value, IrType type)
    {
        var from = value.Type;
        if (from.Kind == type.Kind)
            return value;
        if (!IsWithConversions(from.Kind) || !IsWithConversions(type.Kind))
            return null;
        var toFloating = type.IsFloatingPoint;
        return conversion.Name switch
        {
            "CreateChecked" => new Conversion(value, type, !toFloating),
            "CreateTruncating" when toFloating || from.IsInteger => new Conversion(value, type),
            "CreateSaturating" when toFloating => new Conversion(value, type),
            _ => null,
        };
    }

    private static bool IsWithConversions(ScalarKind kind) => kind is (>= ScalarKind.Int8 and <= ScalarKind.UInt64) or ScalarKind.Single or ScalarKind.Double;
}
