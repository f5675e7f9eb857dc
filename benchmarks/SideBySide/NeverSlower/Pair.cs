namespace SideBySide.NeverSlower;

/// <summary>A kernel at one size, to be run a number of times.</summary>
/// <param name="AsWritten">Calls through a function pointer, which is not rerouted and costs as much as a plain call.</param>
/// <param name="Rerouted">Calls the method plainly.</param>
internal sealed record Pair(Action<int> AsWritten, Action<int> Rerouted);
