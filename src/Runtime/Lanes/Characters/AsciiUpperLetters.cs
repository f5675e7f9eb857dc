using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>The characters of <see cref="char.IsAsciiLetterUpper(char)"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AsciiUpperLetters : ICharacterClass
{
    /// <inheritdoc/>
    public static int First => 'A';

    /// <inheritdoc/>
    public static int Count => 26;

    /// <inheritdoc/>
    public static bool IsWhole => true;

    /// <inheritdoc/>
    public static bool Contains(char value) => char.IsAsciiLetterUpper(value);
}
