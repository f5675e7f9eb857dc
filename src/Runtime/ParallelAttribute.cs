namespace AutoParallel;

/// <summary>
/// Calls of the method run on every core and in every vector lane where that is proven, or checked at run time, to give what the
/// sequential method gives. Where it is not, the method runs as written and a message says why.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ParallelAttribute : Attribute
{
    /// <summary>How floating-point reductions and functions may be evaluated.</summary>
    public FloatMode FloatMode { get; set; }

    /// <summary>How iterations are dealt out to the workers.</summary>
    public Schedule Schedule { get; set; }

    /// <summary>The number of iterations dealt out at a time; 0 lets the runtime choose.</summary>
    public int ChunkSize { get; set; }

    /// <summary>The greatest number of workers, the calling thread included; 0 means no limit but <see cref="Workers.Count"/>.</summary>
    public int MaxWorkers { get; set; }

    /// <summary>Whether loops may fill vector lanes.</summary>
    public bool Vectorize { get; set; } = true;

    /// <summary>Whether a loop that cannot be made parallel is an error instead of a message.</summary>
    public bool Required { get; set; }
}
