using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>The characters of <see cref="char.IsControl(char)"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Controls : ICharacterClass
{
    /// <inheritdoc/>
    public static int First => 0;

    /// <inheritdoc/>
    public static int Count => 32;

    /// <inheritdoc/>
    public static int OtherFirst => 127;

    /// <inheritdoc/>
    public static int OtherCount => 33;

    /// <inheritdoc/>
    public static bool IsWhole => true;

    /// <inheritdoc/>
    public static bool Contains(char value) => char.IsControl(value);
}
