using System.Diagnostics;

namespace AutoParallel.CompilerServices;

/// <summary>
/// How far the compiler's estimate of a loop's work is from what it takes, by now and then timing a short region that runs on one
/// thread. The estimate cannot know the length of a string or the trip count of a <c>while</c>, and for regions near the least work
/// that pays, a wrong guess would cost more than the region. Long regions need no correction.
/// </summary>
/// <typeparam name="TBody">The loop; each has a correction of its own.</typeparam>
internal static class EstimateCorrection<TBody>
    where TBody : struct, IRangeBody, allows ref struct
{
    /// <summary>The estimated nanoseconds from which the estimate is believed.</summary>
    public const double Doubtful = 20_000;

    /// <summary>The first runs are all timed, and the fastest counts: one of them may include the compilation of the code.</summary>
    private const int FirstSamples = 2;

    /// <summary>After those, one run of so many is timed, as the data may have changed.</summary>
    private const int Period = 64;

    private static double _factor;
    private static int _runs;

    /// <summary>The real nanoseconds that an estimate stands for, as far as is known.</summary>
    public static double Correct(double nanoseconds) => nanoseconds * Volatile.Read(ref _factor);

    /// <summary>Whether a run is to be timed or long enough; if neither, it counts as one that began.</summary>
    public static bool MayPay(double nanoseconds)
    {
        if (IsTimed(_runs) || Correct(nanoseconds) >= Team.LeastWork)
            return true;
        _runs++;
        return false;
    }

    /// <summary>Whether the next run is to be timed. Calls from several threads may lose a count, no more.</summary>
    public static bool IsDue() => IsTimed(_runs++);

    private static bool IsTimed(int run) => (uint)run < FirstSamples || run % Period == 0;

    /// <summary>Runs all iterations on this thread and remembers the time.</summary>
    public static void RunTimed(scoped ref TBody body, long count, double nanoseconds)
    {
        var start = Stopwatch.GetTimestamp();
        body.Invoke(0, count);
        var factor = Stopwatch.GetElapsedTime(start).TotalNanoseconds / nanoseconds;
        var isFirst = _factor == 0 || _runs > FirstSamples;
        Volatile.Write(ref _factor, isFirst ? factor : Math.Min(_factor, factor));
    }
}
