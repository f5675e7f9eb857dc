using System.Globalization;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Writes the value of a constant as a C# expression of its type.</summary>
internal static class ConstantText
{
    /// <summary>The expression; usable in patterns and case labels.</summary>
    public static string Of(object? value, ITypeSymbol type, TypeNames names)
    {
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } && value is not null)
            return $"(({names.Of(type)})({Number(value)}))";
        return value switch
        {
            null => type.IsReferenceType ? "null" : $"default({names.Of(type)})",
            bool flag => flag ? "true" : "false",
            string text => SymbolDisplay.FormatLiteral(text, true),
            char character => SymbolDisplay.FormatLiteral(character, true),
            int or long or uint or ulong or float or double or decimal when type.SpecialType is not (SpecialType.System_IntPtr or SpecialType.System_UIntPtr) => Number(value),
            _ => $"(({names.Of(type)})({Number(value)}))",
        };
    }

    private static string Number(object value) => value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        double number => Signed(number.ToString("R", CultureInfo.InvariantCulture) + "d"),
        float number => Signed(number.ToString("R", CultureInfo.InvariantCulture) + "f"),
        decimal number => Signed(number.ToString(CultureInfo.InvariantCulture) + "m"),
        int number => number == int.MinValue ? "int.MinValue" : Signed(number.ToString(CultureInfo.InvariantCulture)),
        long number => number == long.MinValue ? "long.MinValue" : Signed(number.ToString(CultureInfo.InvariantCulture) + "L"),
        uint number => number.ToString(CultureInfo.InvariantCulture) + "u",
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "ul",
        char character => ((int)character).ToString(CultureInfo.InvariantCulture),
        IFormattable number => Signed(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => value.ToString(),
    };

    private static string Signed(string number) => number[0] == '-' ? $"({number})" : number;
}
