namespace AutoParallel.Generator;

/// <summary>Writes lists of type arguments.</summary>
internal static class TypeArgumentText
{
    /// <summary><c>&lt;T, U&gt;</c>, or nothing.</summary>
    public static string Of(IEnumerable<string> arguments) => string.Join(", ", arguments) is { Length: > 0 } list ? $"<{list}>" : "";
}
