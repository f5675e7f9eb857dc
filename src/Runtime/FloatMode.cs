namespace AutoParallel;

/// <summary>How floating-point reductions and functions of a <see cref="ParallelAttribute"/> method may be evaluated.</summary>
public enum FloatMode
{
    /// <summary>
    /// Reductions are combined in a tree whose shape depends on the trip count alone: the same bits for any number of workers, any
    /// schedule and any vector width. No contraction.
    /// </summary>
    Reproducible,

    /// <summary>Floating-point reductions keep the sequential order, so that every result has the bits of the sequential method.</summary>
    Strict,

    /// <summary>Operations may be contracted, reassociated and approximated.</summary>
    Fast,
}
