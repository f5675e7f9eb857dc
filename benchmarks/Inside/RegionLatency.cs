using AutoParallel;
using AutoParallel.CompilerServices;
using BenchmarkDotNet.Attributes;

namespace Inside;

/// <summary>What it costs to hand an empty loop to all workers, back to back.</summary>
[MemoryDiagnoser]
public class RegionLatency
{
    private static readonly int Count = Workers.Count;

    /// <summary>A chunk for each worker, said to be worth a millisecond.</summary>
    private static readonly RegionOptions Options = new(Schedule.Static, 1, 0, 1e6, 1);

    [Benchmark(Baseline = true)]
    public void ParallelFor() => Parallel.For(0, Count, static _ => { });

    [Benchmark]
    public void Fork()
    {
        var body = default(EmptyBody);
        Region.Run(ref body, Count, in Options);
    }

    private struct EmptyBody : IRangeBody
    {
        public readonly void Invoke(long start, long end)
        {
        }
    }
}
