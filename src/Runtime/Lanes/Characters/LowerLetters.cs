using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>The characters of <see cref="char.IsLower(char)"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LowerLetters : ICharacterClass
{
    /// <inheritdoc/>
    public static int First => 'a';

    /// <inheritdoc/>
    public static int Count => 26;

    /// <inheritdoc/>
    public static bool Contains(char value) => char.IsLower(value);
}
