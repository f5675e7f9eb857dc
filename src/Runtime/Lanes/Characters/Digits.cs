using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>The characters of <see cref="char.IsDigit(char)"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Digits : ICharacterClass
{
    /// <inheritdoc/>
    public static int First => '0';

    /// <inheritdoc/>
    public static int Count => 10;

    /// <inheritdoc/>
    public static bool Contains(char value) => char.IsDigit(value);
}
