using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>The characters of <see cref="char.IsLowSurrogate(char)"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LowSurrogates : ICharacterClass
{
    /// <inheritdoc/>
    public static int First => 0xDC00;

    /// <inheritdoc/>
    public static int Count => 0x400;

    /// <inheritdoc/>
    public static bool IsWhole => true;

    /// <inheritdoc/>
    public static bool Contains(char value) => char.IsLowSurrogate(value);
}
