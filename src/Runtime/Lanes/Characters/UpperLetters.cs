using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>The characters of <see cref="char.IsUpper(char)"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UpperLetters : ICharacterClass
{
    /// <inheritdoc/>
    public static int First => 'A';

    /// <inheritdoc/>
    public static int Count => 26;

    /// <inheritdoc/>
    public static bool Contains(char value) => char.IsUpper(value);
}
