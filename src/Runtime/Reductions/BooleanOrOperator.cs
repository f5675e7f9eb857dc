using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>Logical disjunction.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BooleanOrOperator : IReductionOperator<bool>
{
    /// <inheritdoc/>
    public static bool Identity => false;

    /// <inheritdoc/>
    public static bool Combine(bool left, bool right) => left | right;
}
