using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices;

/// <summary>Runs a loop body over a range of iterations on as many workers as the work is worth.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Region
{
    /// <summary>The most workers that a region uses.</summary>
    internal const int GreatestTeam = 1024;

    /// <summary>Whether no run is timed and none declined by earlier ones, so that tests see the same code run each time.</summary>
    private static readonly bool _trustsEstimates = AppContext.TryGetSwitch("AutoParallel.TrustEstimates", out var isSet) && isSet;

    [ThreadStatic]
    private static bool _isInside;

    /// <summary>Whether the current thread runs a part of a region; a region started there runs on this thread alone.</summary>
    public static bool IsInside => _isInside;

    /// <summary>
    /// Runs iterations 0 … <paramref name="count"/> - 1; none if it is not positive. Returns when all have run; throws what the
    /// lowest failing iteration threw, in which case iterations above it may or may not have run. Allocates nothing per call.
    /// </summary>
    /// <remarks>
    /// The body is not copied: the workers call it by address, several at once. They run in the caller's execution context, so
    /// with its culture and its <c>AsyncLocal</c> values; where the caller suppressed the flow of that, it works alone.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<TBody>(scoped ref TBody body, long count, in RegionOptions options)
        where TBody : struct, IRangeBody, allows ref struct
    {
        if (!TryRun(ref body, count, in options) && count > 0)
            body.Invoke(0, count);
    }

    /// <summary>
    /// As <see cref="Run"/>, but where one worker is as good it does nothing and returns false, so that the caller can run its loop
    /// with less around it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRun<TBody>(scoped ref TBody body, long count, in RegionOptions options)
        where TBody : struct, IRangeBody, allows ref struct
    {
        var nanoseconds = count * options.NanosecondsPerIteration;
        return nanoseconds >= Team.LeastWork && count > 1 && !_isInside && Fork(ref body, count, nanoseconds, in options);
    }

    /// <summary>
    /// Whether a loop may be worth more than one worker, as far as can be told before anything of it is prepared; where it is not, the
    /// method as the user wrote it is the fastest form there is.
    /// </summary>
    /// <typeparam name="TBody">The loop.</typeparam>
    /// <param name="nanoseconds">The estimated work of the whole loop.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayPay<TBody>(double nanoseconds)
        where TBody : struct, IRangeBody, allows ref struct =>
        nanoseconds >= Team.LeastWork && !_isInside
        && (!IsDoubtful<TBody>(nanoseconds) || EstimateCorrection<TBody>.MayPay(nanoseconds));

    /// <summary>
    /// Whether work that begins here is worth that many workers and may have them; where it is not, a form of the loop for fewer is faster.
    /// </summary>
    /// <param name="nanoseconds">The estimated work of the whole loop.</param>
    /// <param name="workers">The workers from which the form that asks is the fastest.</param>
    public static bool MayShare(double nanoseconds, int workers) => nanoseconds >= Team.LeastWork && !_isInside && Workers.Count >= workers;

    /// <summary>
    /// Whether what several workers save on a loop that begins here is twice what it takes to look at its data before, as a check of each iteration's
    /// object does.
    /// </summary>
    /// <param name="nanoseconds">The estimated work of an iteration.</param>
    /// <param name="check">The nanoseconds for which an iteration is looked at before.</param>
    public static bool MayRepay(double nanoseconds, double check) =>
        !_isInside && nanoseconds - (nanoseconds / Workers.Count) >= 2 * check;

    /// <summary>Marks the current thread as working on a region.</summary>
    internal static bool Enter()
    {
        var before = _isInside;
        _isInside = true;
        return before;
    }

    /// <summary>Puts the mark from before <see cref="Enter"/> back.</summary>
    internal static void Leave(bool before) => _isInside = before;

    /// <summary>Runs the region, on several workers if that pays; false if it is better off on one, which has then not begun.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Fork<TBody>(scoped ref TBody body, long count, double nanoseconds, in RegionOptions options)
        where TBody : struct, IRangeBody, allows ref struct
    {
        var workers = Workers.Count;
        if (options.MaxWorkers > 0)
            workers = Math.Min(workers, options.MaxWorkers);
        if (workers == 1)
            return false;
        var estimate = nanoseconds;
        var isTimed = false;
        if (IsDoubtful<TBody>(nanoseconds))
        {
            isTimed = EstimateCorrection<TBody>.IsDue();
            if (isTimed && EstimateCorrection<TBody>.IsShort(nanoseconds))
            {
                EstimateCorrection<TBody>.RunTimed(ref body, count, nanoseconds);
                return true;
            }

            nanoseconds = EstimateCorrection<TBody>.Correct(nanoseconds);
            if (nanoseconds < Team.LeastWork && !isTimed)
                return false;
        }

        if (!Team.Instance.IsWorthwhile(nanoseconds) || ExecutionContext.Capture() is not { } context)
            return false;
        var plan = ChunkPlan.Of(count, workers, in options);
        if (plan.Unit >= count)
            return false;
        fixed (byte* address = &Unsafe.As<TBody, byte>(ref body))
        {
            var work = new RegionWork(address, isTimed ? &InvokeTimed<TBody> : &Invoke<TBody>, count, plan, nanoseconds, context);
            var hasRun = Team.Instance.TryRun(in work) || PoolExecutor.TryRun(in work);
            if (isTimed && hasRun)
                EstimateCorrection<TBody>.Remember(estimate);
            return hasRun;
        }
    }

    private static bool IsDoubtful<TBody>(double nanoseconds)
        where TBody : struct, IRangeBody, allows ref struct =>
        nanoseconds < EstimateCorrection<TBody>.Doubtful && !_trustsEstimates;

    private static void Invoke<TBody>(void* body, long start, long end)
        where TBody : struct, IRangeBody, allows ref struct =>
        Unsafe.AsRef<TBody>(body).Invoke(start, end);

    private static void InvokeTimed<TBody>(void* body, long start, long end)
        where TBody : struct, IRangeBody, allows ref struct =>
        EstimateCorrection<TBody>.InvokeTimed(ref Unsafe.AsRef<TBody>(body), start, end);
}
