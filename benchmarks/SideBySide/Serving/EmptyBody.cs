using AutoParallel.CompilerServices;

namespace SideBySide.Serving;

/// <summary>A loop body that does nothing.</summary>
internal struct EmptyBody : IRangeBody
{
    public readonly void Invoke(long start, long end)
    {
    }
}
