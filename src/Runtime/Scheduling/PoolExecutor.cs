namespace AutoParallel.CompilerServices;

/// <summary>
/// Runs a region with the help of the shared thread pool, for callers that find the team busy with another region. It asks for
/// helpers and starts at once; helpers that come too late find nothing to do and are not waited for.
/// </summary>
internal sealed class PoolExecutor
{
    /// <summary>The work, in nanoseconds on one core, from which asking the pool pays.</summary>
    private const double LeastWork = 50_000;

    /// <summary>
    /// The executors that are not in use. There are no more than workers: so many callers keep all processors busy by themselves,
    /// and further ones work alone.
    /// </summary>
    private static readonly PoolExecutor?[] _free = new PoolExecutor?[Workers.Maximum];

    private static int _made;

    private readonly RegionState _state = new(Workers.Maximum);
    private readonly Helper[] _helpers = new Helper[Workers.Maximum - 1];

    private PoolExecutor()
    {
        for (var i = 0; i < _helpers.Length; i++)
            _helpers[i] = new Helper(_state, i + 1);
    }

    /// <summary>Runs the region; false if it is too short to be worth it or too many run already.</summary>
    public static bool TryRun(in RegionWork work)
    {
        if (work.Nanoseconds < LeastWork || Take() is not { } executor)
            return false;
        executor.Run(in work);
        return true;
    }

    private static PoolExecutor? Take()
    {
        foreach (ref var slot in _free.AsSpan())
        {
            if (Volatile.Read(ref slot) is not null && Interlocked.Exchange(ref slot, null) is { } executor)
                return executor;
        }

        if (Interlocked.Increment(ref _made) <= Workers.Maximum)
            return new PoolExecutor();
        Interlocked.Decrement(ref _made);
        return null;
    }

    private static void GiveBack(PoolExecutor executor)
    {
        foreach (ref var slot in _free.AsSpan())
        {
            if (Interlocked.CompareExchange(ref slot, executor, null) is null)
                return;
        }
    }

    private void Run(in RegionWork work)
    {
        Exception? failure;
        var before = Region.Enter();
        _state.Begin(in work);
        try
        {
            for (var i = 1; i < work.Plan.Workers; i++)
                ThreadPool.UnsafeQueueUserWorkItem(_helpers[i - 1], preferLocal: false);
            _state.Work(0);
        }
        finally
        {
            Region.Leave(before);
            _state.Close();
            failure = _state.TakeFailure(Team.Instance.IdleContext);
            GiveBack(this);
        }

        if (failure is not null)
            RegionState.Rethrow(failure);
    }

    /// <summary>Asks the pool once for each region; what is still in its queue later helps the executor's next region.</summary>
    private sealed class Helper(RegionState state, int worker) : IThreadPoolWorkItem
    {
        public void Execute()
        {
            if (!state.HasUnclaimed(state.Bell, worker))
                return;
            var before = Region.Enter();
            var own = ExecutionContext.Capture();
            state.TryHelp(worker);
            if (own is not null)
                ExecutionContext.Restore(own);
            Region.Leave(before);
        }
    }
}
