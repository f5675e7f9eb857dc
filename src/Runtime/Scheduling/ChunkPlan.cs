namespace AutoParallel.CompilerServices;

/// <summary>How the iterations of one region are cut: into shares, one a worker, and those into chunks that are claimed one by one.</summary>
/// <param name="Workers">The number of workers that the region is worth, the caller included.</param>
/// <param name="Shares">
/// The number of contiguous shares. A worker begins with its own, so that it finds in its cache what it touched in the region
/// before, and then helps with the others.
/// </param>
/// <param name="Divisor">0 for chunks of one unit; else each chunk is what is left of the share divided by this.</param>
/// <param name="ShareSize">The iterations of each share but the last.</param>
/// <param name="Unit">The iterations of a chunk, or the least where chunks shrink.</param>
internal readonly record struct ChunkPlan(int Workers, int Shares, int Divisor, long ShareSize, long Unit)
{
    /// <summary>The most units in a share; a share's progress is counted in 40 bits, of which all set means that nothing is left.</summary>
    private const long MostUnits = 1L << 39;

    /// <summary>
    /// The chunks of a share by <see cref="Schedule.Auto"/>: enough that a worker held up by other load costs little, few enough
    /// that claiming them does not show.
    /// </summary>
    private const int ChunksPerShare = 8;

    /// <summary>The chunks for each worker by <see cref="Schedule.Dynamic"/> without a chunk size.</summary>
    private const int ChunksPerWorker = 16;

    /// <summary>The least work in a chunk chosen by the runtime, in nanoseconds, so that claiming it costs little by comparison.</summary>
    private const double LeastChunk = 800;

    /// <summary>The least work for which another worker is worth its share of the overhead, in nanoseconds.</summary>
    private const double LeastShare = 800;

    /// <summary>The plan of a region. All borders between chunks are multiples of the granule.</summary>
    public static ChunkPlan Of(long count, int workers, in RegionOptions options)
    {
        var granule = Math.Max(1, options.Granule);
        var plan = Choose(count, workers, granule, in options);
        var least = plan.ShareSize >> 39;
        return plan.Unit > least ? plan : plan with { Unit = RoundUp(Part(plan.ShareSize, MostUnits), granule) };
    }

    private static ChunkPlan Choose(long count, int workers, long granule, in RegionOptions options)
    {
        var asked = options.ChunkSize > 0 ? RoundUp(options.ChunkSize, granule) : 0;
        var cost = Math.Max(options.NanosecondsPerIteration, 0.01);
        switch (options.Schedule)
        {
            case Schedule.Static when asked == 0:
                var share = RoundUp(Part(count, workers), granule);
                var shares = (int)Part(count, share);
                return new ChunkPlan(shares, shares, 0, share, share);
            case Schedule.Guided:
                var least = asked > 0 ? asked : RoundUp(AtLeast(LeastChunk), granule);
                return new ChunkPlan(workers, 1, 2 * workers, count, least);
            case Schedule.Dynamic when asked == 0:
                asked = RoundUp(Math.Max(Part(count, (long)ChunksPerWorker * workers), AtLeast(LeastChunk)), granule);
                break;
        }

        if (asked > 0)
            return new ChunkPlan((int)Math.Min(workers, Part(count, asked)), 1, 0, count, asked);
        var useful = (int)Math.Clamp(count * cost / LeastShare, 2, workers);
        var size = RoundUp(Part(count, useful), granule);
        var chunk = RoundUp(Math.Min(size, Math.Max(Part(size, ChunksPerShare), AtLeast(LeastChunk))), granule);
        var parts = (int)Part(count, size);
        return new ChunkPlan(parts, parts, 0, size, chunk);

        long AtLeast(double nanoseconds) => (long)Math.Min(Math.Max(1, nanoseconds / cost), long.MaxValue / 4);
    }

    private static long Part(long count, long parts) => ((count - 1) / parts) + 1;

    /// <summary>The next multiple of the granule, or the greatest there is.</summary>
    private static long RoundUp(long value, long granule)
    {
        if (granule == 1)
            return value;
        var rest = value % granule;
        if (rest == 0)
            return value;
        return value > long.MaxValue - granule ? value - rest : value + (granule - rest);
    }
}
