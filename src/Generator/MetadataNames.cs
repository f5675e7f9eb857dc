using Microsoft.CodeAnalysis;

namespace AutoParallel.Generator;

/// <summary>Names types as metadata does.</summary>
internal static class MetadataNames
{
    /// <summary>The full name, such as <c>Space.Outer+Inner`1</c>.</summary>
    public static string Of(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
            return $"{Of(outer)}+{type.MetadataName}";
        var name = type.MetadataName;
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            name = $"{space.MetadataName}.{name}";
        return name;
    }
}
