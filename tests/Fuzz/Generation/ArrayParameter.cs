namespace AutoParallel.Fuzz.Generation;

/// <summary>A parameter with elements.</summary>
/// <param name="Element">The element's type.</param>
/// <param name="Name">The parameter's name.</param>
/// <param name="Kind">The container.</param>
internal sealed record ArrayParameter(string Element, string Name, ContainerKind Kind)
{
    /// <summary>The parameter's type.</summary>
    public string Type => Kind switch
    {
        ContainerKind.Array => $"{Element}[]",
        ContainerKind.Span => $"Span<{Element}>",
        ContainerKind.ReadOnlySpan => $"ReadOnlySpan<{Element}>",
        ContainerKind.List => $"List<{Element}>",
        ContainerKind.Matrix => $"{Element}[,]",
        ContainerKind.Structures => $"{ElementTypes.Structure(Element)!.Value.Name}[]",
        ContainerKind.Object => $"Cells_{Element}",
        _ => $"{Element}[][]",
    };

    /// <summary>Whether elements may be stored to.</summary>
    public bool IsWritable => Kind != ContainerKind.ReadOnlySpan;

    /// <summary>The number of elements, of rows where there are rows.</summary>
    public string Length => Kind switch
    {
        ContainerKind.List => $"{Name}.Count",
        ContainerKind.Matrix => $"{Name}.GetLength(0)",
        _ => $"{Name}.Length",
    };
}
