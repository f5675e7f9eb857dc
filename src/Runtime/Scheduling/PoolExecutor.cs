namespace AutoParallel.CompilerServices;

/// <summary>
/// Runs a region with the help of the shared thread pool, for callers that find the team busy with another region. It asks for
/// helpers and starts at once; helpers that come too late find nothing to do and are not waited for.
/// </summary>
internal static unsafe class PoolExecutor
{
    /// <summary>The work, in nanoseconds on one core, from which asking the pool pays.</summary>
    private const double LeastWork = 50_000;

    /// <summary>Runs the region; false if it is too short to be worth it.</summary>
    public static bool TryRun(void* body, delegate*<void*, long, long, void> invoke, long count, ChunkPlan plan, int workers, double work)
    {
        if (work < LeastWork)
            return false;
        var state = new RegionState();
        state.Begin(body, invoke, count, plan, workers - 1);
        for (var i = 1; i < workers; i++)
            ThreadPool.UnsafeQueueUserWorkItem(new Helper(state, i), preferLocal: false);
        var before = Region.Enter();
        state.Work(0);
        Region.Leave(before);
        state.Finish();
        return true;
    }

    private sealed class Helper(RegionState state, int worker) : IThreadPoolWorkItem
    {
        public void Execute()
        {
            var before = Region.Enter();
            state.TryHelp(worker);
            Region.Leave(before);
        }
    }
}
