using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>The characters of <see cref="char.IsAsciiLetterOrDigit(char)"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AsciiLettersAndDigits : ICharacterClass
{
    /// <inheritdoc/>
    public static int Folded => 0x20;

    /// <inheritdoc/>
    public static int First => 'a';

    /// <inheritdoc/>
    public static int Count => 26;

    /// <inheritdoc/>
    public static int OtherFirst => '0';

    /// <inheritdoc/>
    public static int OtherCount => 10;

    /// <inheritdoc/>
    public static bool IsWhole => true;

    /// <inheritdoc/>
    public static bool Contains(char value) => char.IsAsciiLetterOrDigit(value);
}
