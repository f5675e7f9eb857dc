namespace AutoParallel.Compiler.Knowledge;

/// <summary>
/// Structs of the base class library whose properties read fields, as documented; the reference assemblies show other fields than the
/// runtime's own.
/// </summary>
public static class KnownLayouts
{
    private static readonly Dictionary<string, (int Size, Dictionary<string, int> Offsets)> _structs = new()
    {
        ["System.Numerics.Complex"] = (16, new() { ["Real"] = 0, ["Imaginary"] = 8 }),
    };

    /// <summary>Size in bytes; null for other structs.</summary>
    /// <param name="type">The struct's full name.</param>
    public static int? SizeOf(string type) => _structs.TryGetValue(type, out var known) ? known.Size : null;

    /// <summary>The offset in bytes of the field that a property reads; null for other properties.</summary>
    /// <param name="type">The struct's full name.</param>
    /// <param name="property">The property's name.</param>
    public static int? OffsetOf(string type, string property) =>
        _structs.TryGetValue(type, out var known) && known.Offsets.TryGetValue(property, out var offset) ? offset : null;
}
