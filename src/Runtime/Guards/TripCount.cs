using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices;

/// <summary>Counts the iterations of a loop before it runs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TripCount
{
    /// <summary>
    /// The number of iterations of <c>for (i = start; i comparison end; i += step)</c> with an index of the range
    /// <paramref name="minimum"/> … <paramref name="maximum"/>, in which <paramref name="start"/> lies; <paramref name="end"/> need
    /// not. -1 where the index would wrap around before the test fails, the loop would not end, or the number is
    /// above <see cref="long.MaxValue"/>, so that the loop must run as it is written.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(long start, long end, long step, LoopComparison comparison, long minimum, long maximum)
    {
        if (step != 1 || comparison != LoopComparison.Less)
            return General(start, end, step, comparison, minimum, maximum);
        if (start >= end)
            return 0;

        // The true distance is below 2^64, so it is above the type's range exactly where the wrapped one is negative.
        var distance = unchecked(end - start);
        return end > maximum || distance < 0 ? -1 : distance;
    }

    private static long General(long start, long end, long step, LoopComparison comparison, long minimum, long maximum)
    {
        if (!Holds(start, comparison, end))
            return 0;
        var isRising = step > 0;
        var isTowardsEnd = comparison switch
        {
            LoopComparison.Less or LoopComparison.LessOrEqual => isRising,
            LoopComparison.Greater or LoopComparison.GreaterOrEqual => !isRising,
            _ => isRising == end > start,
        };
        if (step == 0 || !isTowardsEnd)
            return -1;
        var size = isRising ? (ulong)step : unchecked(0UL - (ulong)step);
        var distance = unchecked(isRising ? (ulong)end - (ulong)start : (ulong)start - (ulong)end);
        var room = unchecked(isRising ? (ulong)maximum - (ulong)start : (ulong)start - (ulong)minimum);
        if (comparison == LoopComparison.NotEqual && distance % size != 0)
            return -1;

        // All but one iteration; the steps that fit must be one more, as the index moves on after the last one too.
        var before = comparison is LoopComparison.LessOrEqual or LoopComparison.GreaterOrEqual ? distance / size : (distance - 1) / size;
        return before >= room / size || before >= long.MaxValue ? -1 : (long)before + 1;
    }

    private static bool Holds(long index, LoopComparison comparison, long end) => comparison switch
    {
        LoopComparison.Less => index < end,
        LoopComparison.LessOrEqual => index <= end,
        LoopComparison.Greater => index > end,
        LoopComparison.GreaterOrEqual => index >= end,
        _ => index != end,
    };
}
