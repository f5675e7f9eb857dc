namespace AutoParallel.Compiler.IR;

/// <summary>Where a field lies in the struct that an element is, on the assumption that its fields follow each other; checked at run time.</summary>
/// <param name="Type">The field's type.</param>
/// <param name="Offset">Bytes from the beginning of the element.</param>
/// <param name="RecordSize">Bytes of an element.</param>
/// <param name="IsNumber">Whether the field is a number that lanes can be filled with: a primitive one, a whole number of its own sizes from the beginning.</param>
public sealed record FieldLayout(IrType Type, int Offset, int RecordSize, bool IsNumber)
{
    /// <summary>Whether no C# assigns it in an element: only lanes do, and the user's text where it assigns the element as a whole.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The number of values of the field's size in an element.</summary>
    public int Stride => RecordSize / Type.Size64;

    /// <summary>The number of values of the field's size before it.</summary>
    public int Position => Offset / Type.Size64;
}
