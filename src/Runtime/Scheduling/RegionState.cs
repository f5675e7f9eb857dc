using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace AutoParallel.CompilerServices;

/// <summary>One region under way: the body, what of it has been claimed, and who is inside. Used for one region after another.</summary>
/// <remarks>
/// <para>
/// <b>Protocol.</b> The gate is one word: the region's number in the upper half, an open flag, and the number of helpers inside.
/// Only the owner opens a region, and only when the gate is closed and nobody is inside. It writes body, counts and context first and
/// then the gate, with a release. A helper enters by a compare-and-swap that finds the gate open and adds one. That swap reads
/// what the owner released, so the helper sees the fields of the region that it entered; they cannot change while it is inside,
/// because the owner does not open the next region before the count is back at zero. A helper leaves by an atomic decrement, which
/// releases all that it wrote in the region to the owner's read of zero.
/// </para>
/// <para>
/// The owner claims chunks like everybody else. When none is left it clears the open flag, so that nobody enters any more,
/// and waits for those inside, each of which is at a chunk that it has claimed. A helper that never came is not waited for. One that
/// comes late finds the gate closed, or open for a later region, which it may enter like any other: what it knew of the earlier
/// one takes no part in the swap, so it does not matter how many regions went by in between (no ABA problem).
/// </para>
/// <para>
/// The body lies in the owner's frame and is reached by address. The owner is in that frame, behind a <c>finally</c>, until the
/// count is zero, so the frame outlives all helpers inside; references in the body are reported there, and updated there by the
/// garbage collector, while helpers read them through the address.
/// </para>
/// <para>
/// <b>Claims.</b> Each share has a word with the region's number (23 bits) and its progress in units (40 bits). A word with another
/// number counts as no progress, so nobody has to reset words; before the numbers repeat all words are cleared. Chunks of a
/// share are claimed in ascending order. A progress of all ones says that nothing is left.
/// </para>
/// <para>
/// <b>Latency</b> is the number of times a cache line changes hands. Helpers poll the bell, a word on a line of its own with the
/// region's number, and look at the claims before they enter: when the owner was faster they never touch the gate, which then
/// stays in the owner's cache. What they see there without having entered is only a hint; acting on a wrong one costs time alone.
/// </para>
/// </remarks>
internal sealed unsafe class RegionState
{
    private const long Open = 1L << 31;
    private const long Waiting = 1L << 30;
    private const long InsideMask = Waiting - 1;
    private const int GenerationShift = 32;
    private const int TagShift = 40;
    private const long TagMask = (1L << (63 - TagShift)) - 1;
    private const long ProgressMask = (1L << TagShift) - 1;
    private const int BellShift = 11;
    private const long BellMask = (1L << BellShift) - 1;

    /// <summary>Lines are fetched in pairs.</summary>
    private const int Line = 128;

    private readonly SemaphoreSlim _left = new(0);
    private readonly Header* _header;
    private readonly long* _bell;
    private readonly byte* _claims;
    private readonly int _shares;
    private ExecutionContext? _context;
    private Failure? _failure;

    /// <summary>
    /// Makes a state for regions of up to <paramref name="shares"/> shares. Its memory is not given back: states live as long as
    /// the process.
    /// </summary>
    public RegionState(int shares)
    {
        var size = (nuint)(2 + shares) * Line;
        var memory = (byte*)NativeMemory.AlignedAlloc(size, Line);
        NativeMemory.Clear(memory, size);
        _bell = (long*)memory;
        _header = (Header*)(memory + Line);
        _claims = memory + (2 * Line);
        _shares = shares;
    }

    /// <summary>Changes with each region: its number, and the number of its shares.</summary>
    public long Bell => Volatile.Read(ref *_bell);

    /// <summary>Opens a region. Only the owner calls it, and only after <see cref="Close"/> of the one before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Begin(in RegionWork work)
    {
        if (!ReferenceEquals(_context, work.Context))
            _context = work.Context;
        var header = _header;
        var generation = (header->Gate >> GenerationShift) + 1;
        if ((generation & TagMask) == 0)
            NativeMemory.Clear(_claims, (nuint)_shares * Line);
        header->Body = work.Body;
        header->Invoke = work.Invoke;
        header->Count = work.Count;
        header->Plan = work.Plan;
        Volatile.Write(ref header->Gate, (generation << GenerationShift) | Open);
        Volatile.Write(ref *_bell, (generation << BellShift) | (uint)work.Plan.Shares);
    }

    /// <summary>Whether something was left to claim in the region of a bell; a hint.</summary>
    public bool HasUnclaimed(long bell, int worker)
    {
        var shares = (int)(bell & BellMask);
        var exhausted = (((bell >> BellShift) & TagMask) << TagShift) | ProgressMask;
        for (var i = 0; i < shares; i++)
        {
            if (Volatile.Read(ref Claim((worker + i) % shares)) != exhausted)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Enters as a helper and works until nothing is left; false if the gate is closed or enough helpers are inside. The thread is
    /// left in the region's execution context.
    /// </summary>
    /// <param name="worker">The helper's own number, from 1; it begins with the share of that number.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryHelp(int worker)
    {
        ref var gate = ref _header->Gate;
        while (true)
        {
            var seen = Volatile.Read(ref gate);
            if ((seen & Open) == 0 || (seen & InsideMask) >= _header->Plan.Workers - 1)
                return false;
            if (Interlocked.CompareExchange(ref gate, seen + 1, seen) == seen)
                break;
        }

        var context = _context!;
        if (!ReferenceEquals(context, ExecutionContext.Capture()))
            ExecutionContext.Restore(context);
        Work(worker);
        if ((Interlocked.Decrement(ref gate) & (Waiting | InsideMask)) == Waiting)
            _left.Release();
        return true;
    }

    /// <summary>
    /// Claims and runs chunks until none is left, beginning with the worker's own share; keeps the exception of the chunk that
    /// starts lowest. After a failure chunks above it need not run any more; those below it do.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Work(int worker)
    {
        var header = _header;
        var plan = header->Plan;
        var tag = (header->Gate >> GenerationShift) & TagMask;
        for (var i = 0; i < plan.Shares; i++)
        {
            var share = (worker + i) % plan.Shares;
            ref var claim = ref Claim(share);
            var from = share * plan.ShareSize;
            var limit = share == plan.Shares - 1 ? header->Count : from + plan.ShareSize;
            while (TryClaim(ref claim, tag, in plan, limit - from, out var start, out var end))
            {
                start += from;
                if (Volatile.Read(ref _failure) is { } failure && start > failure.Start)
                    break;
                try
                {
                    header->Invoke(header->Body, start, from + end);
                }
                catch (Exception exception)
                {
                    Fail(start, exception);
                }
            }
        }
    }

    /// <summary>
    /// Closes the gate and waits for the helpers inside. Never throws: while a helper is inside, the owner's frame must stay.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Close()
    {
        if ((Interlocked.And(ref _header->Gate, ~Open) & InsideMask) != 0)
            AwaitHelpers();
    }

    /// <summary>
    /// Forgets what the closed region refers to, and gives what its lowest failing chunk threw, or null.
    /// </summary>
    /// <param name="idle">The context to keep instead of the region's, so that what that one refers to is not kept alive.</param>
    public Exception? TakeFailure(ExecutionContext? idle)
    {
        if (idle is not null && !ReferenceEquals(_context, idle))
            _context = idle;
        if (_failure is not { } failure)
            return null;
        _failure = null;
        return failure.Exception;
    }

    /// <summary>Rethrows with the stack trace of the first throw.</summary>
    public static void Rethrow(Exception exception) => ExceptionDispatchInfo.Throw(exception);

    /// <summary>Chunks under way are mostly short, so the owner spins, then yields, and sleeps only behind long ones.</summary>
    private void AwaitHelpers()
    {
        const int Spins = 1000;
        const int Yields = 200;
        ref var gate = ref _header->Gate;
        var spinner = default(SpinWait);
        for (var turn = 0; turn < Spins + Yields; turn++)
        {
            if ((Volatile.Read(ref gate) & InsideMask) == 0)
                return;
            if (turn < Spins)
                Thread.SpinWait(1);
            else
                spinner.SpinOnce(sleep1Threshold: -1);
        }

        if ((Interlocked.Or(ref gate, Waiting) & InsideMask) == 0)
            return;
        var wasInterrupted = false;
        while (true)
        {
            try
            {
                _left.Wait();
                break;
            }
            catch (ThreadInterruptedException)
            {
                wasInterrupted = true;
            }
        }

        if (wasInterrupted)
            Thread.CurrentThread.Interrupt();
    }

    private void Fail(long start, Exception exception)
    {
        var mine = new Failure(start, exception);
        var seen = Volatile.Read(ref _failure);
        while (seen is null || start < seen.Start)
        {
            var found = Interlocked.CompareExchange(ref _failure, mine, seen);
            if (ReferenceEquals(found, seen))
                return;
            seen = found;
        }
    }

    private ref long Claim(int share) => ref *(long*)(_claims + ((nint)share * Line));

    /// <summary>Claims the next chunk of a share; start and end are counted in iterations from the share's start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryClaim(ref long claim, long tag, in ChunkPlan plan, long count, out long start, out long end)
    {
        while (true)
        {
            var seen = Volatile.Read(ref claim);
            var progress = seen >> TagShift == tag ? seen & ProgressMask : 0;
            if (progress == ProgressMask)
            {
                (start, end) = (0, 0);
                return false;
            }

            start = progress * plan.Unit;
            var left = count - start;
            var units = plan.Divisor == 0 ? 1 : Math.Max(1, left / plan.Divisor / plan.Unit);
            var isLast = units * plan.Unit >= left;
            end = isLast ? count : start + (units * plan.Unit);
            if (Interlocked.CompareExchange(ref claim, (tag << TagShift) | (isLast ? ProgressMask : progress + units), seen) == seen)
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

    private sealed record Failure(long Start, Exception Exception);
}
