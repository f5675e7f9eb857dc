using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices;

/// <summary>Counts the iterations of a loop before it runs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TripCount
{
    /// <summary>
    /// The number of iterations of <c>for (i = start; i comparison end; i += step)</c> with an index of the range
    /// <paramref name="minimum"/> … <paramref name="maximum"/>; -1 where the index would wrap around before the test fails, or
    /// the loop would not end, so that it must run as it is written.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(long start, long end, long step, LoopComparison comparison, long minimum, long maximum) =>
        step == 1 && comparison == LoopComparison.Less && minimum >= int.MinValue && maximum <= int.MaxValue
            ? Math.Max(0, end - start)
            : General(start, end, step, comparison, minimum, maximum);

    private static long General(long start, long end, long step, LoopComparison comparison, long minimum, long maximum)
    {
        if (!Holds(start, comparison, end))
            return 0;
        if (step == 0)
            return -1;
        var isRising = step > 0;
        var distance = isRising ? (Int128)end - start : (Int128)start - end;
        var size = isRising ? step : -(Int128)step;
        switch (comparison)
        {
            case LoopComparison.Less or LoopComparison.LessOrEqual when !isRising:
            case LoopComparison.Greater or LoopComparison.GreaterOrEqual when isRising:
                return -1;
            case LoopComparison.LessOrEqual or LoopComparison.GreaterOrEqual:
                distance++;
                break;
            case LoopComparison.NotEqual when distance < 0 || distance % size != 0:
                return -1;
        }

        var count = (distance + size - 1) / size;
        var last = start + (count * (Int128)step);
        return last < minimum || last > maximum || count > long.MaxValue ? -1 : (long)count;
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
