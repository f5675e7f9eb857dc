namespace AutoParallel.Fuzz.Generation;

/// <summary>The number types of generated programs.</summary>
internal static class ElementTypes
{
    /// <summary>All of them, the common ones more than once.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "int", "int", "int", "float", "float", "double", "double", "long", "uint", "byte", "short", "sbyte", "ushort", "ulong", "char", "Half",
    ];

    /// <summary>The types of as many bits.</summary>
    public static IReadOnlyList<string> OfSameWidth(string type) => type switch
    {
        "byte" or "sbyte" => ["byte", "sbyte"],
        "short" or "ushort" or "char" or "Half" => ["short", "ushort", "char", "Half"],
        "int" or "uint" or "float" => ["int", "uint", "float"],
        _ => ["long", "ulong", "double"],
    };

    /// <summary>Whether it is a floating-point type.</summary>
    public static bool IsFloat(string type) => type is "float" or "double" or "Half";

    /// <summary>Whether arithmetic on it has the type <c>int</c>.</summary>
    public static bool IsSmall(string type) => type is "byte" or "sbyte" or "short" or "ushort" or "char";

    /// <summary>Whether it has negative values.</summary>
    public static bool IsSigned(string type) => type is "sbyte" or "short" or "int" or "long" or "float" or "double" or "Half";

    /// <summary>The class with the functions of a type.</summary>
    public static string Library(string type) => type switch { "float" => "MathF", "Half" => "Half", _ => "Math" };

    /// <summary>The class with the least and greatest of two values of a type.</summary>
    public static string Extremes(string type) => type == "Half" ? "Half" : "Math";

    /// <summary>The structure with fields of a type; null where there is none.</summary>
    public static (string Name, string Fields)? Structure(string type) => type switch
    {
        "int" => ("IntPair", "XY"),
        "long" => ("LongPair", "XY"),
        "double" => ("DoublePair", "XY"),
        "float" => ("FloatTriple", "XYZ"),
        "byte" => ("ByteTriple", "XYZ"),
        _ => null,
    };

    /// <summary>A number of the type as it is written.</summary>
    public static string Literal(string type, int value) => type switch
    {
        "float" => $"{value}f",
        "double" => $"{value}.0",
        "long" => $"{value}L",
        "ulong" => $"{Math.Abs(value)}UL",
        "uint" => $"{Math.Abs(value)}u",
        "int" => $"{value}",
        "Half" => $"(Half)({value})",
        "byte" or "ushort" or "char" => $"({type}){Math.Abs(value)}",
        _ => value < 0 ? $"({type})({value})" : $"({type}){value}",
    };
}
