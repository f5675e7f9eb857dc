namespace AutoParallel.Generator;

/// <summary>The names of the pipeline's steps, by which tests see what an edit made run again.</summary>
public static class TrackingNames
{
    /// <summary>The methods as IR.</summary>
    public const string Lowered = nameof(Lowered);

    /// <summary>The methods compiled.</summary>
    public const string Compiled = nameof(Compiled);

    /// <summary>Which methods have a kernel.</summary>
    public const string Kernels = nameof(Kernels);

    /// <summary>The calls to reroute.</summary>
    public const string Calls = nameof(Calls);

    /// <summary>The build properties.</summary>
    public const string Facts = nameof(Facts);
}
