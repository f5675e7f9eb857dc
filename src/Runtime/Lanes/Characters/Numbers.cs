using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>The characters of <see cref="char.IsNumber(char)"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Numbers : ICharacterClass
{
    /// <inheritdoc/>
    public static int First => '0';

    /// <inheritdoc/>
    public static int Count => 10;

    /// <inheritdoc/>
    public static bool Contains(char value) => char.IsNumber(value);
}
