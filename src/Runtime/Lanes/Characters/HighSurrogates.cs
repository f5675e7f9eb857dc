using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>The characters of <see cref="char.IsHighSurrogate(char)"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HighSurrogates : ICharacterClass
{
    /// <inheritdoc/>
    public static int First => 0xD800;

    /// <inheritdoc/>
    public static int Count => 0x400;

    /// <inheritdoc/>
    public static bool IsWhole => true;

    /// <inheritdoc/>
    public static bool Contains(char value) => char.IsHighSurrogate(value);
}
