namespace AutoParallel.CompilerServices;

/// <summary>A region that somebody wants run: the body by address, what there is of it, and how it is cut.</summary>
/// <param name="body">The body's address; it stays where it is until the region has ended.</param>
/// <param name="invoke">Runs the iterations from … to - 1 of the body at the address.</param>
/// <param name="count">The trip count, at least 2.</param>
/// <param name="plan">How the iterations are cut.</param>
/// <param name="nanoseconds">The estimated work of the whole region on one core.</param>
/// <param name="context">The caller's execution context, in which the helpers run: culture and <c>AsyncLocal</c> values.</param>
internal readonly unsafe struct RegionWork(
    void* body,
    delegate*<void*, long, long, void> invoke,
    long count,
    ChunkPlan plan,
    double nanoseconds,
    ExecutionContext context)
{
    public readonly void* Body = body;
    public readonly delegate*<void*, long, long, void> Invoke = invoke;
    public readonly long Count = count;
    public readonly ChunkPlan Plan = plan;
    public readonly double Nanoseconds = nanoseconds;
    public readonly ExecutionContext Context = context;
}
