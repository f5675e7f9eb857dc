using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>The characters of <see cref="char.IsSeparator(char)"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Separators : ICharacterClass
{
    /// <inheritdoc/>
    public static int First => ' ';

    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    public static bool Contains(char value) => char.IsSeparator(value);
}
