namespace AutoParallel.Fuzz.Generation;

/// <summary>The number types of generated programs.</summary>
internal static class ElementTypes
{
    /// <summary>All of them, the common ones more than once.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "int", "int", "int", "float", "float", "double", "double", "long", "uint", "byte", "short", "sbyte", "ushort", "ulong",
    ];

    /// <summary>The types of as many bits.</summary>
    public static IReadOnlyList<string> OfSameWidth(string type) => type switch
    {
        "byte" or "sbyte" => ["byte", "sbyte"],
        "short" or "ushort" => ["short", "ushort"],
        "int" or "uint" or "float" => ["int", "uint", "float"],
        _ => ["long", "ulong", "double"],
    };

    /// <summary>Whether it is a floating-point type.</summary>
    public static bool IsFloat(string type) => type is "float" or "double";

    /// <summary>Whether arithmetic on it has the type <c>int</c>.</summary>
    public static bool IsSmall(string type) => type is "byte" or "sbyte" or "short" or "ushort";

    /// <summary>Whether it has negative values.</summary>
    public static bool IsSigned(string type) => type is "sbyte" or "short" or "int" or "long" or "float" or "double";

    /// <summary>A number of the type as it is written.</summary>
    public static string Literal(string type, int value) => type switch
    {
        "float" => $"{value}f",
        "double" => $"{value}.0",
        "long" => $"{value}L",
        "ulong" => $"{Math.Abs(value)}UL",
        "uint" => $"{Math.Abs(value)}u",
        "int" => $"{value}",
        "byte" or "ushort" => $"({type}){Math.Abs(value)}",
        _ => value < 0 ? $"({type})({value})" : $"({type}){value}",
    };
}
