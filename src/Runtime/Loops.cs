namespace AutoParallel;

/// <summary>Marks on loops, as C# allows no attribute on a statement.</summary>
public static class Loops
{
    /// <summary>The range 0 … <paramref name="end"/> - 1; in a <see cref="ParallelAttribute"/> method, a loop over it runs in parallel.</summary>
    public static PrangeInt32 Prange(int end) => new(0, end, 1);

    /// <inheritdoc cref="Prange(int, int, int, Schedule, int, int, bool)"/>
    public static PrangeInt32 Prange(int end, Schedule schedule = Schedule.Auto, int chunkSize = 0, int maxWorkers = 0, bool independent = false) => Prange(0, end, 1, schedule, chunkSize, maxWorkers, independent);

    /// <summary>
    /// The range from <paramref name="start"/> to before <paramref name="end"/>; in a <see cref="ParallelAttribute"/> method, a loop
    /// over it runs in parallel. Anywhere else it enumerates like the plain range.
    /// </summary>
    /// <param name="start">The first integer.</param>
    /// <param name="end">Where the range ends; not part of it.</param>
    /// <param name="step">The distance between two integers; negative to descend.</param>
    /// <param name="schedule">How iterations are dealt out to the workers.</param>
    /// <param name="chunkSize">The number of iterations dealt out at a time; 0 lets the runtime choose.</param>
    /// <param name="maxWorkers">The greatest number of workers; 0 means no limit.</param>
    /// <param name="independent">
    /// Asserts that no iteration touches an element or field that another one writes, where the compiler cannot see it; a constant. It
    /// is believed, but for what it cannot be true of, such as a variable that iterations share. Build with
    /// <c>AutoParallelMode=Checked</c> to have the assertion tested.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is zero, or a count is negative.</exception>
    public static PrangeInt32 Prange(int start, int end, int step = 1, Schedule schedule = Schedule.Auto, int chunkSize = 0, int maxWorkers = 0, bool independent = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(chunkSize);
        ArgumentOutOfRangeException.ThrowIfNegative(maxWorkers);
        return new PrangeInt32(start, end, step);
    }

    /// <inheritdoc cref="Prange(int)"/>
    public static PrangeInt64 Prange(long end) => new(0, end, 1);

    /// <inheritdoc cref="Prange(int, int, int, Schedule, int, int, bool)"/>
    public static PrangeInt64 Prange(long end, Schedule schedule = Schedule.Auto, int chunkSize = 0, int maxWorkers = 0, bool independent = false) => Prange(0L, end, 1L, schedule, chunkSize, maxWorkers, independent);

    /// <inheritdoc cref="Prange(int, int, int, Schedule, int, int, bool)"/>
    public static PrangeInt64 Prange(long start, long end, long step = 1, Schedule schedule = Schedule.Auto, int chunkSize = 0, int maxWorkers = 0, bool independent = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(chunkSize);
        ArgumentOutOfRangeException.ThrowIfNegative(maxWorkers);
        return new PrangeInt64(start, end, step);
    }
}
