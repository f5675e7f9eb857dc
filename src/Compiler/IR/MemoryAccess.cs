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
    /// <inheritdoc/>
    public override string ToString() =>
        Subscripts.IsEmpty ? Root.Text + Path : $"{Root.Text}[{string.Join(", ", Subscripts)}]{Path}";
}
