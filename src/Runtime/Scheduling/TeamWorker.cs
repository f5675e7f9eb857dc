using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices;

/// <summary>One thread of the <see cref="Team"/>.</summary>
internal sealed class TeamWorker
{
    /// <summary>How long a worker at most looks for the next region before it parks, in <see cref="Stopwatch"/> ticks.</summary>
    public static readonly long LongestSpin = Microseconds(200);

    private const int Running = 0;
    private const int Parked = 1;

    /// <summary>How long a worker looks that has lately not found anything.</summary>
    private static readonly long _shortestSpin = Microseconds(50);

    private readonly Team _team;
    private readonly RegionState _state;
    private readonly int _number;

    /// <summary>Set to 1 by the worker alone; whoever sets it back to 0 owes the event one signal, unless it is the worker.</summary>
    private int _isParked;

    /// <summary>An event wakes a thread in half the time that a semaphore or a monitor takes.</summary>
    private readonly AutoResetEvent _wake = new(false);

    private bool _isBurst;
    private long _spin = LongestSpin;

    /// <summary>Prepares a worker.</summary>
    /// <param name="team">The team it belongs to.</param>
    /// <param name="number">Its number, from 1; the caller of a region is 0.</param>
    public TeamWorker(Team team, int number)
    {
        _team = team;
        _state = team.State;
        _number = number;
    }

    /// <summary>Starts the thread, in no execution context.</summary>
    public void Start() => new Thread(Loop) { IsBackground = true, Name = $"AutoParallel worker {_number}" }.UnsafeStart();

    /// <summary>Wakes the worker if it is parked.</summary>
    /// <param name="isBurst">Whether the next region is expected so soon that it should spin for as long as it may.</param>
    public bool TryWake(bool isBurst)
    {
        if (Volatile.Read(ref _isParked) == Running || Interlocked.CompareExchange(ref _isParked, Running, Parked) != Parked)
            return false;
        _team.Unpark();
        _isBurst = isBurst;
        _wake.Set();
        return true;
    }

    private static long Microseconds(long count) => Math.Max(1, Stopwatch.Frequency * count / 1_000_000);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Loop()
    {
        Region.Enter();
        var idle = ExecutionContext.Capture();
        _team.IdleContext ??= idle;
        _team.StartOne();
        long seen = 0;
        while (true)
        {
            var bell = AwaitBell(seen);
            if (bell == seen)
            {
                if (idle is not null)
                    ExecutionContext.Restore(idle);
                Park(seen);
                continue;
            }

            seen = bell;
            if (_state.HasUnclaimed(bell, _number))
                _state.TryHelp(_number);
        }
    }

    /// <summary>Spins until the bell changes; gives the old one when it has spun for long enough.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private long AwaitBell(long seen)
    {
        const int PollsPerLook = 32;
        var state = _state;
        var until = Stopwatch.GetTimestamp() + _spin;
        do
        {
            for (var i = 0; i < PollsPerLook; i++)
            {
                var bell = state.Bell;
                if (bell != seen)
                    return bell;
                Thread.SpinWait(1);
            }
        }
        while (Stopwatch.GetTimestamp() < until);
        return seen;
    }

    /// <summary>
    /// Sleeps until it is woken, unless the bell has changed. Next time it spins for longer if longer spinning would have met the
    /// bell, and for less if it would not.
    /// </summary>
    private void Park(long seen)
    {
        var since = Stopwatch.GetTimestamp();
        _team.Park();
        Interlocked.Exchange(ref _isParked, Parked);
        if (_state.Bell != seen && Interlocked.CompareExchange(ref _isParked, Running, Parked) == Parked)
        {
            _team.Unpark();
            return;
        }

        AwaitWake();
        var isNear = _isBurst || Stopwatch.GetTimestamp() - since < LongestSpin;
        _spin = isNear ? LongestSpin : Math.Max(_shortestSpin, _spin / 2);
        _team.WakeOthers(_isBurst);
    }

    private void AwaitWake()
    {
        while (true)
        {
            try
            {
                _wake.WaitOne();
                return;
            }
            catch (ThreadInterruptedException)
            {
                // A body interrupted the thread that ran it; a worker goes on.
            }
        }
    }
}
