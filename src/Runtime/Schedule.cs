namespace AutoParallel;

/// <summary>How the iterations of a parallel loop are dealt out to the workers.</summary>
public enum Schedule
{
    /// <summary>Chosen from the cost of an iteration and the trip count; balances against other load on the machine.</summary>
    Auto,

    /// <summary>Equal contiguous shares, one a worker, or chunks of the given size.</summary>
    Static,

    /// <summary>Chunks of the given size, taken by whoever is free.</summary>
    Dynamic,

    /// <summary>Chunks that shrink with what is left, never below the given size.</summary>
    Guided,
}
