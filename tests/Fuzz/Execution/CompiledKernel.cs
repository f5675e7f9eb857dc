using System.Reflection;

namespace AutoParallel.Fuzz.Execution;

/// <summary>A compiled method and the two ways to call it.</summary>
/// <param name="Parameters">Types, as C# writes them, and names.</param>
/// <param name="Sequential">Calls the method itself, through a method group.</param>
/// <param name="Rerouted">Calls what the direct call is rerouted to.</param>
/// <param name="Generated">The generated files that belong to it.</param>
/// <param name="IsRerouted">Whether there is any.</param>
internal sealed record CompiledKernel(
    IReadOnlyList<(string Type, string Name)> Parameters,
    Func<object[], object?> Sequential,
    Func<object[], object?> Rerouted,
    string Generated,
    bool IsRerouted);
