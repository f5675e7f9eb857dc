namespace AutoParallel.Compiler.IR;

/// <summary>One read or write of an element, field or reference in the user's text.</summary>
/// <param name="Root">The container.</param>
/// <param name="Subscripts">One expression a dimension; empty for fields and references.</param>
/// <param name="Path">The member path inside the element, such as <c>.X</c> of a struct element; empty for the whole element.</param>
/// <param name="Source">Where the user wrote it.</param>
/// <param name="Display">How the user wrote it, for messages.</param>
public sealed record MemoryAccess(
    MemoryRoot Root,
    EquatableArray<IrExpression> Subscripts,
    string Path,
    SourceSpan Source,
    string Display)
{
    /// <summary>Where <paramref name="Path"/> leads inside the element, if that is known and generated code may name it.</summary>
    public FieldLayout? Field { get; init; }

    /// <summary>The field with the type that declares it, the same for every way to write it; null where there is no field or it is not known.</summary>
    public string? Member { get; init; }

    /// <summary>How neighbouring elements are reached one after another; null for any other access.</summary>
    public PackedSubscript? Packed { get; init; }

    /// <summary>The field as one that lanes can be filled with; null for whole elements and any other field.</summary>
    public FieldLayout? Number => Field is { IsNumber: true } number ? number : null;

    /// <summary>The type of what is accessed, where that is an element or a <see cref="Number"/>.</summary>
    public IrType Type => Number?.Type ?? Root.Element;

    /// <summary>Cheap: most accesses differ in their place.</summary>
    public override int GetHashCode() => unchecked((Source.GetHashCode() * 31) + Display.Length + (Root.Text.Length << 8));

    /// <inheritdoc/>
    public override string ToString() =>
        Subscripts.IsEmpty ? Root.Text + Path : $"{Root.Text}[{string.Join(", ", Subscripts)}]{Path}";
}
