using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>The characters of <see cref="char.IsWhiteSpace(char)"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WhiteSpace : ICharacterClass
{
    /// <inheritdoc/>
    public static int First => '\t';

    /// <inheritdoc/>
    public static int Count => 5;

    /// <inheritdoc/>
    public static int OtherFirst => ' ';

    /// <inheritdoc/>
    public static int OtherCount => 1;

    /// <inheritdoc/>
    public static bool Contains(char value) => char.IsWhiteSpace(value);
}
