using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices;

/// <summary>Runs a loop body over a range of iterations on as many workers as the work is worth.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Region
{
    /// <summary>The most workers that a region uses.</summary>
    internal const int GreatestTeam = 1024;

    [ThreadStatic]
    private static bool _isInside;

    /// <summary>Whether the current thread runs a part of a region; a region started there runs on this thread alone.</summary>
    public static bool IsInside => _isInside;

    /// <summary>
    /// Runs iterations 0 … <paramref name="count"/> - 1. Returns when all have run; throws what the lowest failing iteration threw,
    /// in which case iterations above it may or may not have run. Allocates nothing unless the team is busy with another region.
    /// </summary>
    public static void Run<TBody>(scoped ref TBody body, long count, in RegionOptions options)
        where TBody : struct, IRangeBody, allows ref struct
    {
        if (count <= 0)
            return;
        var work = count * options.NanosecondsPerIteration;
        if (work < Team.LeastWork || count == 1 || _isInside || !Fork(ref body, count, work, in options))
            body.Invoke(0, count);
    }

    /// <summary>Marks the current thread as working on a region.</summary>
    internal static bool Enter()
    {
        var before = _isInside;
        _isInside = true;
        return before;
    }

    /// <summary>Puts the mark from before <see cref="Enter"/> back.</summary>
    internal static void Leave(bool before) => _isInside = before;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Fork<TBody>(scoped ref TBody body, long count, double work, in RegionOptions options)
        where TBody : struct, IRangeBody, allows ref struct
    {
        var workers = Workers.Count;
        if (options.MaxWorkers > 0)
            workers = Math.Min(workers, options.MaxWorkers);
        if (workers == 1)
            return false;
        var plan = ChunkPlan.Of(count, workers, in options);
        if (plan.Unit >= count)
            return false;
        var address = Unsafe.AsPointer(ref body);
        return Team.TryRun(address, &Invoke<TBody>, count, plan, workers, work)
            || PoolExecutor.TryRun(address, &Invoke<TBody>, count, plan, workers, work);
    }

    private static void Invoke<TBody>(void* body, long start, long end)
        where TBody : struct, IRangeBody, allows ref struct =>
        Unsafe.AsRef<TBody>(body).Invoke(start, end);
}
