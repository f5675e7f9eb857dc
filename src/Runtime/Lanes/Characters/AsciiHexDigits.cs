using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>The characters of <see cref="char.IsAsciiHexDigit(char)"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AsciiHexDigits : ICharacterClass
{
    /// <inheritdoc/>
    public static int Folded => 0x20;

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
    public static bool Contains(char value) => char.IsAsciiHexDigit(value);
}
