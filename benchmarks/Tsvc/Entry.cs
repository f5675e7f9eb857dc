namespace AutoParallel.Benchmarks.Tsvc;

/// <summary>One loop of the suite: the method as it is written, and a call of it that is rerouted.</summary>
/// <param name="Id">The loop's name in the suite.</param>
/// <param name="Original">The method group, which no interceptor reaches.</param>
/// <param name="Rerouted">A direct call with the arguments of the workspace; its result, if it has one.</param>
/// <param name="IsRounding">Whether the result may differ from the sequential one by rounding: floating-point reductions and functions.</param>
internal sealed record Entry(string Id, Delegate Original, Func<Workspace, object?> Rerouted, bool IsRounding)
{
    /// <summary>All loops.</summary>
    public static IReadOnlyList<Entry> All { get; } =
    [
        .. Loops.LinearDependence.Entries,
        .. Loops.InductionVariables.Entries,
        .. Loops.DataFlow.Entries,
        .. Loops.StatementOrder.Entries,
        .. Loops.Interchange.Entries,
        .. Loops.Expansion.Entries,
        .. Loops.ControlFlow.Entries,
        .. Loops.Reductions.Entries,
        .. Loops.Idioms.Entries,
        .. Loops.IndirectAddressing.Entries,
        .. Loops.ControlLoops.Entries,
    ];

    /// <summary>A method without a result.</summary>
    public static Entry Of(Delegate original, Action<Workspace> rerouted) => new(NameOf(original), original, w => Done(rerouted, w), false);

    /// <summary>A method with a result.</summary>
    public static Entry Of<T>(Delegate original, Func<Workspace, T> rerouted) => new(NameOf(original), original, w => rerouted(w), false);

    /// <summary>The same with results that may differ by rounding.</summary>
    public Entry Rounding() => this with { IsRounding = true };

    /// <summary>Calls the method as it is written, with the arguments that have the names of its parameters.</summary>
    public object? CallOriginal(Workspace workspace) =>
        Original.DynamicInvoke([.. Original.Method.GetParameters().Select(p => workspace.Named(p.Name!))]);

    private static string NameOf(Delegate original) => original.Method.Name.ToLowerInvariant();

    private static object? Done(Action<Workspace> call, Workspace workspace)
    {
        call(workspace);
        return null;
    }
}
