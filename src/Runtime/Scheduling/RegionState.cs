using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace AutoParallel.CompilerServices;

/// <summary>One region under way: the body, what of it has been claimed, and who is inside.</summary>
/// <remarks>
/// <para>
/// The protocol. The gate holds a generation in its upper half, an open flag, and the number of helpers inside. The caller writes
/// body and counts while the gate is closed and nobody is inside, then opens it with a release. A helper enters by a
/// compare-and-swap that finds the gate open and adds one; having entered it sees all that was written before the opening, and
/// the caller cannot leave before the helper does. The caller claims chunks too; when none is left it closes the gate, so that
/// nobody else can enter, and waits only for those inside, each of which is busy with a chunk it has claimed. A helper that
/// comes late finds the gate closed, or open for a later region, which it may enter like any other: it never holds a body that
/// it did not enter for. The body lies in the caller's frame and is reached by address; the frame outlives all helpers inside,
/// and references in it are reported and updated there by the garbage collector.
/// </para>
/// <para>
/// Latency is the number of times a cache line changes hands. Gate, body and counts share one line, which the caller writes at
/// once; other fields are written only if they change; and a share's counter carries the region's tag, so that a counter left
/// by an earlier region counts as zero and nobody has to reset it.
/// </para>
/// </remarks>
internal sealed unsafe class RegionState
{
    private const long Open = 1L << 31;
    private const long InsideMask = Open - 1;
    private const int GenerationShift = 32;
    private const int TagShift = 40;
    private const long TagMask = (1L << (63 - TagShift)) - 1;
    private const long ProgressMask = (1L << TagShift) - 1;

    private readonly Lock _failureLock = new();
    private Line<Header> _header;
    private Line<long>[] _claimed = new Line<long>[2];
    private int _helpers;
    private CultureInfo? _culture;
    private CultureInfo? _uiCulture;
    private long _failedAt = long.MaxValue;
    private Exception? _failure;

    /// <summary>The number of the region opened last; changes with each.</summary>
    public int Generation => (int)(Volatile.Read(ref _header.Value.Gate) >> GenerationShift);

    /// <summary>Whether a region is open that is not the one of number <paramref name="seen"/>.</summary>
    public bool IsOpenSince(int seen)
    {
        var gate = Volatile.Read(ref _header.Value.Gate);
        return (gate & Open) != 0 && (int)(gate >> GenerationShift) != seen;
    }

    /// <summary>Opens a region. Only the owner calls it, and only after <see cref="Finish"/> of the one before.</summary>
    public void Begin(void* body, delegate*<void*, long, long, void> invoke, long count, ChunkPlan plan, int helpers)
    {
        if (_claimed.Length < plan.Shares)
            _claimed = new Line<long>[plan.Shares];
        if (_helpers != helpers)
            _helpers = helpers;
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        if (!ReferenceEquals(_culture, culture))
            _culture = culture;
        if (!ReferenceEquals(_uiCulture, uiCulture))
            _uiCulture = uiCulture;
        ref var header = ref _header.Value;
        var generation = (header.Gate >> GenerationShift) + 1;
        if ((generation & TagMask) == 0)
            Array.Clear(_claimed);
        header.Body = body;
        header.Invoke = invoke;
        header.Count = count;
        header.Plan = plan;
        Volatile.Write(ref header.Gate, (generation << GenerationShift) | Open);
    }

    /// <summary>Enters as a helper and works until nothing is left; false if the gate is closed or enough helpers are inside.</summary>
    /// <param name="worker">The helper's own number, from 1; it begins with the share of that number.</param>
    public bool TryHelp(int worker)
    {
        while (true)
        {
            var gate = Volatile.Read(ref _header.Value.Gate);
            if ((gate & Open) == 0 || (gate & InsideMask) >= _helpers)
                return false;
            if (Interlocked.CompareExchange(ref _header.Value.Gate, gate + 1, gate) == gate)
                break;
        }

        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        if (!ReferenceEquals(culture, _culture))
            CultureInfo.CurrentCulture = _culture!;
        if (!ReferenceEquals(uiCulture, _uiCulture))
            CultureInfo.CurrentUICulture = _uiCulture!;
        Work(worker);
        if (!ReferenceEquals(culture, _culture))
            CultureInfo.CurrentCulture = culture;
        if (!ReferenceEquals(uiCulture, _uiCulture))
            CultureInfo.CurrentUICulture = uiCulture;
        Interlocked.Decrement(ref _header.Value.Gate);
        return true;
    }

    /// <summary>
    /// Claims and runs chunks until none is left, beginning with the worker's own share; keeps the exception of the chunk that
    /// starts lowest. After a failure chunks above it need not run any more; those below it do.
    /// </summary>
    public void Work(int worker)
    {
        ref var header = ref _header.Value;
        var plan = header.Plan;
        var tag = (header.Gate >> GenerationShift) & TagMask;
        for (var i = 0; i < plan.Shares; i++)
        {
            var share = (worker + i) % plan.Shares;
            ref var claimed = ref _claimed[share].Value;
            var from = share * plan.ShareSize;
            var limit = share == plan.Shares - 1 ? header.Count : from + plan.ShareSize;
            while (TryClaim(ref claimed, tag, in plan, limit - from, out var start, out var end))
            {
                start += from;
                if (start > Volatile.Read(ref _failedAt))
                    break;
                try
                {
                    header.Invoke(header.Body, start, from + end);
                }
                catch (Exception exception)
                {
                    Fail(start, exception);
                }
            }
        }
    }

    /// <summary>Closes the gate, waits for the helpers inside, and rethrows what the lowest failing iteration threw.</summary>
    public void Finish()
    {
        ref var gate = ref _header.Value.Gate;
        var inside = Interlocked.And(ref gate, ~Open) & InsideMask;
        if (inside != 0)
            AwaitHelpers(ref gate);
        if (_failure is { } failure)
        {
            _failure = null;
            _failedAt = long.MaxValue;
            ExceptionDispatchInfo.Capture(failure).Throw();
        }
    }

    private static void AwaitHelpers(ref long gate)
    {
        const int ShortSpins = 4000;
        var spinner = default(SpinWait);
        for (var spins = 0; (Volatile.Read(ref gate) & InsideMask) != 0; spins++)
        {
            if (spins < ShortSpins)
                Thread.SpinWait(1);
            else
                spinner.SpinOnce(-1);
        }
    }

    private void Fail(long start, Exception exception)
    {
        lock (_failureLock)
        {
            if (start < _failedAt)
            {
                _failure = exception;
                Volatile.Write(ref _failedAt, start);
            }
        }
    }

    /// <summary>Claims the next chunk of a share; what is claimed is counted in iterations from the share's start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryClaim(ref long claimed, long tag, in ChunkPlan plan, long count, out long start, out long end)
    {
        while (true)
        {
            var seen = Volatile.Read(ref claimed);
            var progress = seen >> TagShift == tag ? seen & ProgressMask : 0;
            start = progress * plan.Unit;
            var left = count - start;
            if (left <= 0)
            {
                end = start;
                return false;
            }

            var units = plan.Divisor == 0 ? 1 : Math.Max(1, left / plan.Divisor / plan.Unit);
            end = units * plan.Unit >= left ? count : start + (units * plan.Unit);
            if (Interlocked.CompareExchange(ref claimed, (tag << TagShift) | (progress + units), seen) == seen)
                return true;
        }
    }

    /// <summary>What a helper needs to begin, in one cache line.</summary>
    private struct Header
    {
        public long Gate;
        public void* Body;
        public delegate*<void*, long, long, void> Invoke;
        public long Count;
        public ChunkPlan Plan;
    }

    /// <summary>A value that shares its cache line, and the one that is fetched with it, with nothing.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Line<T>
    {
        private readonly Filler _before;
        public T Value;
        private readonly Filler _after;
    }

    [InlineArray(15)]
    private struct Filler
    {
        private long _first;
    }
}
