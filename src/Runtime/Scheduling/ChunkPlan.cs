namespace AutoParallel.CompilerServices;

/// <summary>How the iterations of one region are cut: into shares, one a worker, and those into chunks that are claimed one by one.</summary>
/// <param name="Shares">
/// The number of contiguous shares. A worker begins with its own, so that it finds in its cache what it touched in the region
/// before, and then helps with the others.
/// </param>
/// <param name="ShareSize">The iterations of each share but the last.</param>
/// <param name="Unit">The iterations of a chunk, or the least where chunks shrink.</param>
/// <param name="Divisor">0 for chunks of one unit; else each chunk is what is left of the share divided by this.</param>
internal readonly record struct ChunkPlan(int Shares, int Divisor, long ShareSize, long Unit)
{
    /// <summary>The most units in a share; a share's progress is counted in 40 bits.</summary>
    private const long MostUnits = 1L << 39;


    /// <summary>
    /// The chunks of a share by <see cref="Schedule.Auto"/>: enough that a worker held up by other load costs little, few enough
    /// that claiming them does not show.
    /// </summary>
    private const int ChunksPerShare = 8;

    /// <summary>The least work in a chunk chosen by the runtime, in nanoseconds, so that claiming it costs little by comparison.</summary>
    private const double LeastChunk = 800;

    /// <summary>The least work for which another worker is worth its share of the overhead, in nanoseconds.</summary>
    private const double LeastShare = 800;

    /// <summary>The plan of a region.</summary>
    public static ChunkPlan Of(long count, int workers, in RegionOptions options)
    {
        var plan = Choose(count, workers, in options);
        var least = Part(plan.ShareSize, MostUnits);
        return plan.Unit >= least ? plan : plan with { Unit = least };
    }

    private static ChunkPlan Choose(long count, int workers, in RegionOptions options)
    {
        var granule = Math.Max(1, options.Granule);
        var asked = options.ChunkSize;
        var cost = Math.Max(options.NanosecondsPerIteration, 0.01);
        switch (options.Schedule)
        {
            case Schedule.Static when asked == 0:
                var share = RoundUp(Part(count, workers), granule);
                return new ChunkPlan((int)Part(count, share), 0, share, share);
            case Schedule.Guided:
                return new ChunkPlan(1, 2 * workers, count, asked > 0 ? asked : granule);
        }

        if (asked > 0)
            return new ChunkPlan(1, 0, count, asked);
        if (options.Schedule == Schedule.Dynamic)
            return new ChunkPlan(1, 0, count, RoundUp(Math.Max(Part(count, 16L * workers), AtLeast(LeastChunk)), granule));
        var useful = (int)Math.Clamp(count * cost / LeastShare, 2, workers);
        var size = RoundUp(Part(count, useful), granule);
        var chunk = RoundUp(Math.Min(size, Math.Max(Part(size, ChunksPerShare), AtLeast(LeastChunk))), granule);
        return new ChunkPlan((int)Part(count, size), 0, size, chunk);

        long AtLeast(double nanoseconds) => (long)Math.Min(nanoseconds / cost, long.MaxValue / 4);
    }

    private static long Part(long count, long parts) => ((count - 1) / parts) + 1;

    private static long RoundUp(long value, long granule) =>
        value > long.MaxValue - granule ? value : (value + granule - 1) / granule * granule;
}
