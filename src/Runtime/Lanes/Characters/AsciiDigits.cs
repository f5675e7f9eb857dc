using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>The characters of <see cref="char.IsAsciiDigit(char)"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AsciiDigits : ICharacterClass
{
    /// <inheritdoc/>
    public static int First => '0';

    /// <inheritdoc/>
    public static int Count => 10;

    /// <inheritdoc/>
    public static bool IsWhole => true;

    /// <inheritdoc/>
    public static bool Contains(char value) => char.IsAsciiDigit(value);
}
