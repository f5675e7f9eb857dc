using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>Logical exclusive or.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BooleanXorOperator : IReductionOperator<bool>
{
    /// <inheritdoc/>
    public static bool Identity => false;

    /// <inheritdoc/>
    public static bool Combine(bool left, bool right) => left ^ right;
}
