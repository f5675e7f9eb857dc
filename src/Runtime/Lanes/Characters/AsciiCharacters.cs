using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>The characters of <see cref="char.IsAscii(char)"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AsciiCharacters : ICharacterClass
{
    /// <inheritdoc/>
    public static int First => 0;

    /// <inheritdoc/>
    public static int Count => 128;

    /// <inheritdoc/>
    public static bool IsWhole => true;

    /// <inheritdoc/>
    public static bool Contains(char value) => char.IsAscii(value);
}
