using System.Diagnostics;

namespace AutoParallel.CompilerServices;

/// <summary>
/// How far the compiler's estimate of a loop's work is from what it takes, by now and then timing a region. The estimate cannot know
/// the length of a string or the trip count of a <c>while</c>, and for regions near the least work that pays, a wrong guess would cost
/// more than the region. Short regions are timed on one thread, longer ones part by part where they run. The longest need no correction.
/// </summary>
/// <typeparam name="TBody">The loop; each has a correction of its own.</typeparam>
internal static class EstimateCorrection<TBody>
    where TBody : struct, IRangeBody, allows ref struct
{
    /// <summary>The estimated nanoseconds from which the estimate is believed.</summary>
    public const double Doubtful = 1_000_000;

    /// <summary>The estimated nanoseconds below which a run that is timed has one thread: so little that it shows what the code itself takes.</summary>
    private const double Short = 20_000;

    /// <summary>The first runs are all timed, and the fastest counts: one of them may include the compilation of the code.</summary>
    private const int FirstSamples = 2;

    /// <summary>After those, one run of so many is timed, as the data may have changed.</summary>
    private const int Period = 64;

    private static double _factor;
    private static int _runs;
    private static int _granted = -1;
    private static long _ticks;

    /// <summary>The real nanoseconds that an estimate stands for, as far as is known.</summary>
    public static double Correct(double nanoseconds) => Volatile.Read(ref _factor) is var factor and not 0 ? nanoseconds * factor : nanoseconds;

    /// <summary>Whether a run is to be timed or long enough; if neither, it counts as one that began.</summary>
    public static bool MayPay(double nanoseconds)
    {
        if (IsTimed(_runs) && _granted != _runs)
        {
            // Where the region does not begin after all, the next run is not granted for the same reason.
            _granted = _runs;
            return true;
        }

        if ((_factor != 0 || !IsShort(nanoseconds)) && Correct(nanoseconds) >= Team.LeastWork)
            return true;
        _runs++;
        return false;
    }

    /// <summary>Whether the next run is to be timed. Calls from several threads may lose a count, no more.</summary>
    public static bool IsDue() => IsTimed(_runs++);

    /// <summary>Whether a run that is timed has one thread.</summary>
    public static bool IsShort(double nanoseconds) => nanoseconds < Short;

    /// <summary>Runs all iterations on this thread and remembers the time.</summary>
    public static void RunTimed(scoped ref TBody body, long count, double nanoseconds)
    {
        InvokeTimed(ref body, 0, count);
        Remember(nanoseconds);
    }

    /// <summary>Runs a part of a region that is timed.</summary>
    public static void InvokeTimed(scoped ref TBody body, long from, long to)
    {
        var start = Stopwatch.GetTimestamp();
        body.Invoke(from, to);
        Interlocked.Add(ref _ticks, Stopwatch.GetTimestamp() - start);
    }

    /// <summary>Compares the time of all parts with the estimate. Two regions of the same loop that are timed at once may be taken for one.</summary>
    public static void Remember(double nanoseconds)
    {
        var factor = Stopwatch.GetElapsedTime(0, Interlocked.Exchange(ref _ticks, 0)).TotalNanoseconds / nanoseconds;
        var isFirst = _factor == 0 || _runs > FirstSamples;
        Volatile.Write(ref _factor, isFirst ? factor : Math.Min(_factor, factor));
    }

    private static bool IsTimed(int run) => (uint)run < FirstSamples || run % Period == 0;
}
