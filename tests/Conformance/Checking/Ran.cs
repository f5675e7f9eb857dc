namespace AutoParallel.Conformance.Checking;

/// <summary>What the execution counters must show of a kernel, over all sizes it was checked with.</summary>
internal enum Ran
{
    /// <summary>At least one loop ran in vector lanes.</summary>
    Vector,

    /// <summary>At least one loop ran as a region, with the user's body or in lanes.</summary>
    Parallel,

    /// <summary>No loop ran as a region: the compiler must refuse this method, or a guard must fail.</summary>
    Sequential,

    /// <summary>The contract leaves it open; only the result counts.</summary>
    Anything,
}
