namespace AutoParallel.Conformance.Kernels;

/// <summary>Says when it was left.</summary>
internal sealed class Scope(List<string> log) : IDisposable
{
    public void Dispose() => log.Add("left");
}
