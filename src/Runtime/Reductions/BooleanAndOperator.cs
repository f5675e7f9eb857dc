using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>Logical conjunction.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BooleanAndOperator : IReductionOperator<bool>
{
    /// <inheritdoc/>
    public static bool Identity => true;

    /// <inheritdoc/>
    public static bool Combine(bool left, bool right) => left & right;
}
