using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices;

/// <summary>
/// The process's own workers. They spin for a short while after a region, so that the next one starts in a fraction of a
/// microsecond, and park after that, so that an idle program uses no processor. One region at a time has the team.
/// </summary>
internal sealed class Team
{
    /// <summary>The work, in nanoseconds on one core, from which a region gains from workers that spin already.</summary>
    public const double LeastWork = 2000;

    /// <summary>The work from which a region gains from workers that must be woken first.</summary>
    private const double WakeWork = 40_000;

    /// <summary>The work after which starting threads pays, in one region or in all since the process began.</summary>
    private const double StartWork = 200_000;

    /// <summary>The work of a region for each worker that is woken for it.</summary>
    private const double WorkPerWakened = 20_000;

    /// <summary>Regions closer together than this count as one burst, as a worker woken for one may still spin when the next comes.</summary>
    private static readonly long _burstTicks = TeamWorker.LongestSpin;

    private readonly RegionState _state = new(Workers.Maximum);
    private readonly TeamWorker[] _workers = new TeamWorker[Workers.Maximum - 1];
    private int _started;
    private int _parked;
    private int _toWake;
    private int _isStarting;
    private int _isTaken;
    private long _lastShort;
    private double _burstWork;
    private double _workBefore;

    private Team()
    {
    }

    /// <summary>The one team.</summary>
    public static Team Instance { get; } = new();

    /// <summary>The region that the workers look for.</summary>
    public RegionState State => _state;

    /// <summary>The context of a thread in which nothing was ever set; null before the first worker runs.</summary>
    public ExecutionContext? IdleContext { get; set; }

    /// <summary>
    /// Whether a region of so much work gains from more than one thread as the team is now: workers spin, or it is long enough to
    /// wake or start them, or short ones follow each other closely.
    /// </summary>
    public bool IsWorthwhile(double nanoseconds) =>
        _started == 0 ? IsWorthStarting(nanoseconds) : _started > Volatile.Read(ref _parked) || nanoseconds >= WakeWork || IsBurst(nanoseconds);

    /// <summary>Runs the region with the team; false if another region has it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRun(in RegionWork work)
    {
        var helpers = work.Plan.Workers - 1;
        if (_started < helpers)
            Start();
        if (Volatile.Read(ref _isTaken) != 0 || Interlocked.Exchange(ref _isTaken, 1) != 0)
            return false;
        Exception? failure;
        var before = Region.Enter();
        _state.Begin(in work);
        try
        {
            WakeFor(in work, helpers);
            _state.Work(0);
        }
        finally
        {
            Region.Leave(before);
            _state.Close();
            failure = _state.TakeFailure(IdleContext);
            Volatile.Write(ref _isTaken, 0);
        }

        if (failure is not null)
            RegionState.Rethrow(failure);
        return true;
    }

    /// <summary>Counts a worker that is about to park.</summary>
    public void Park() => Interlocked.Increment(ref _parked);

    /// <summary>Counts a worker that is no longer parked.</summary>
    public void Unpark() => Interlocked.Decrement(ref _parked);

    /// <summary>Wakes up to two of those that the owner still wants, so that waking many takes the owner no longer than waking one.</summary>
    public void WakeOthers(bool isBurst)
    {
        for (var i = 0; i < 2; i++)
        {
            if (Volatile.Read(ref _toWake) <= 0 || Interlocked.Decrement(ref _toWake) < 0 || !WakeOne(isBurst))
                return;
        }
    }

    private void WakeFor(in RegionWork work, int helpers)
    {
        var isBurst = work.Nanoseconds < WakeWork;
        if (isBurst)
        {
            if (_burstWork <= WakeWork || Volatile.Read(ref _parked) < _started)
                return;
            _burstWork = 0;
        }
        else
        {
            // Either a worker that parks sees the bell, or this sees that it parks.
            Interlocked.MemoryBarrier();
        }

        var parked = Volatile.Read(ref _parked);
        var wanted = Math.Min(parked, helpers - (_started - parked));
        if (wanted <= 0)
            return;
        wanted = (int)Math.Clamp(work.Nanoseconds / WorkPerWakened, 1, wanted);
        Volatile.Write(ref _toWake, wanted - 1);
        WakeOne(isBurst);
    }

    private bool WakeOne(bool isBurst)
    {
        for (var i = 0; i < Volatile.Read(ref _started); i++)
        {
            if (_workers[i].TryWake(isBurst))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether short regions follow each other so closely that workers woken for one will still spin when the next comes. Races
    /// between callers may lose a little of the sum, no more.
    /// </summary>
    private bool IsBurst(double nanoseconds)
    {
        var now = Stopwatch.GetTimestamp();
        _burstWork = now - _lastShort < _burstTicks ? _burstWork + nanoseconds : 0;
        _lastShort = now;
        return _burstWork > WakeWork;
    }

    private bool IsWorthStarting(double nanoseconds)
    {
        _workBefore += nanoseconds;
        return _workBefore >= StartWork;
    }

    /// <summary>Starts the first worker, which starts the others; they join the region under way.</summary>
    private void Start()
    {
        if (Volatile.Read(ref _isStarting) == 0 && Interlocked.Exchange(ref _isStarting, 1) == 0)
            StartOne();
    }

    /// <summary>Starts the next worker if one is missing; each worker does so when it begins.</summary>
    public void StartOne()
    {
        var started = _started;
        if (started == _workers.Length)
            return;
        var worker = new TeamWorker(this, started + 1);
        _workers[started] = worker;
        Volatile.Write(ref _started, started + 1);
        worker.Start();
    }
}
