using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Collects why a method cannot be rerouted at all; the first reason is the one that is told.</summary>
internal sealed class RerouteBlocker
{
    /// <summary>The reason; null as long as there is none.</summary>
    public string? Reason { get; private set; }

    /// <summary>Where.</summary>
    public SourceSpan Source { get; private set; }

    /// <summary>Keeps the first reason.</summary>
    public void Block(string reason, SourceSpan source)
    {
        if (Reason is not null)
            return;
        Reason = reason;
        Source = source;
    }
}
