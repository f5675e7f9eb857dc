using System.Diagnostics;

namespace AutoParallel.CompilerServices;

/// <summary>
/// The process's own workers. They spin for a short while after a region, so that the next one starts in a fraction of a
/// microsecond, and park after that, so that an idle program uses no processor. One region at a time has the team.
/// </summary>
internal static unsafe class Team
{
    /// <summary>The work, in nanoseconds on one core, from which a region gains from workers that spin already.</summary>
    public const double LeastWork = 2000;

    /// <summary>The work from which a region gains from workers that must be woken first.</summary>
    private const double WakeWork = 40_000;

    /// <summary>How long a worker looks for the next region before it parks.</summary>
    private static readonly long _spinTicks = Stopwatch.Frequency / 1_000_000 * 100;

    /// <summary>Regions closer together than this count as one burst.</summary>
    private static readonly long _burstTicks = Stopwatch.Frequency / 1_000_000 * 200;

    private static readonly RegionState _state = new();
    private static readonly SemaphoreSlim _wake = new(0);
    private static readonly Lock _startLock = new();
    private static int _started;
    private static int _isTaken;
    private static int _parked;
    private static long _lastShort;
    private static double _burstWork;

    /// <summary>Runs the region with the team; false if another region has it or the work is too short for the state it is in.</summary>
    public static bool TryRun(void* body, delegate*<void*, long, long, void> invoke, long count, ChunkPlan plan, int workers, double work)
    {
        if (_started < workers - 1)
            Start(workers - 1);
        var spinning = _started - Volatile.Read(ref _parked);
        if (spinning <= 0 && work < WakeWork && !IsBurst(work))
            return false;
        if (Interlocked.Exchange(ref _isTaken, 1) != 0)
            return false;
        var before = Region.Enter();
        _state.Begin(body, invoke, count, plan, workers - 1);
        if (spinning < workers - 1)
            Wake(workers - 1 - Math.Max(0, spinning), work);
        _state.Work(0);
        Region.Leave(before);
        try
        {
            _state.Finish();
        }
        finally
        {
            Volatile.Write(ref _isTaken, 0);
        }

        return true;
    }

    /// <summary>
    /// Whether short regions follow each other so closely that workers woken for one will still spin when the next comes.
    /// </summary>
    private static bool IsBurst(double work)
    {
        var now = Stopwatch.GetTimestamp();
        var isNear = now - _lastShort < _burstTicks;
        _lastShort = now;
        _burstWork = isNear ? _burstWork + work : 0;
        return _burstWork > WakeWork;
    }

    private static void Wake(int wanted, double work)
    {
        var parked = Volatile.Read(ref _parked);
        if (parked > 0 && (work >= WakeWork || _burstWork > WakeWork))
            _wake.Release(Math.Min(parked, wanted));
    }

    private static void Start(int workers)
    {
        lock (_startLock)
        {
            while (_started < workers)
            {
                var number = _started + 1;
                new Thread(() => Loop(number), 1024 * 1024) { IsBackground = true, Name = $"AutoParallel worker {number}" }.UnsafeStart();
                _started++;
            }
        }
    }

    private static void Loop(int worker)
    {
        Region.Enter();
        var seen = 0;
        while (true)
        {
            if (!AwaitRegion(seen))
            {
                Park(seen);
                continue;
            }

            seen = _state.Generation;
            _state.TryHelp(worker);
        }
    }

    /// <summary>Spins until a region opens that this worker has not helped yet; false when it has spun for long enough.</summary>
    private static bool AwaitRegion(int seen)
    {
        var until = Stopwatch.GetTimestamp() + _spinTicks;
        while (true)
        {
            for (var i = 0; i < 64; i++)
            {
                if (_state.IsOpenSince(seen))
                    return true;
                Thread.SpinWait(1);
            }

            if (Stopwatch.GetTimestamp() > until)
                return false;
        }
    }

    private static void Park(int seen)
    {
        Interlocked.Increment(ref _parked);
        if (!_state.IsOpenSince(seen))
            _wake.Wait();
        Interlocked.Decrement(ref _parked);
    }
}
