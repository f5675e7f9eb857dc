using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>The characters of <see cref="char.IsAsciiHexDigitLower(char)"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AsciiLowerHexDigits : ICharacterClass
{
    /// <inheritdoc/>
    public static int First => 'a';

    /// <inheritdoc/>
    public static int Count => 6;

    /// <inheritdoc/>
    public static int OtherFirst => '0';

    /// <inheritdoc/>
    public static int OtherCount => 10;

    /// <inheritdoc/>
    public static bool IsWhole => true;

    /// <inheritdoc/>
    public static bool Contains(char value) => char.IsAsciiHexDigitLower(value);
}
