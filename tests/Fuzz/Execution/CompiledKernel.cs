namespace AutoParallel.Fuzz.Execution;

/// <summary>A compiled method and the two ways to call it.</summary>
/// <param name="Parameters">Types, as C# writes them, and names.</param>
/// <param name="Sequential">Calls the method itself, through a method group.</param>
/// <param name="Rerouted">Calls what the direct call is rerouted to.</param>
/// <param name="IsRerouted">Whether that is another method.</param>
internal sealed record CompiledKernel(
    IReadOnlyList<(string Type, string Name)> Parameters,
    Func<object[], object?> Sequential,
    Func<object[], object?> Rerouted,
    bool IsRerouted)
{
    /// <summary>Calls the method in a form that reports its accesses; null where there is none.</summary>
    public Func<object[], object?>? Traced { get; init; }
}
