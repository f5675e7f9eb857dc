namespace AutoParallel.NumbaPrange;

/// <summary>What becomes of a kernel.</summary>
internal enum Outcome
{
    /// <summary>No loop of it is proven.</summary>
    Sequential,

    /// <summary>A loop is proven, but has too few iterations for any input: it never pays.</summary>
    TooShort,

    /// <summary>A loop is proven, and runs in the form that was generated for it.</summary>
    Parallel,
}
