using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>An expression of the user's that reads or writes memory, where accesses are checked.</summary>
/// <param name="Text">The expression as the user wrote it.</param>
/// <param name="Path">The fields of a struct that it goes on to, such as <c>.Position.X</c>; empty for the whole.</param>
/// <param name="Place">The file's name and the line.</param>
/// <param name="IsWrite">Whether it writes.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct RaceSite(string Text, string Path, string Place, bool IsWrite)
{
    /// <summary>What the access does, for messages.</summary>
    public override string ToString() => $"{(IsWrite ? "writes" : "reads")} '{Text}' ({Place})";
}
