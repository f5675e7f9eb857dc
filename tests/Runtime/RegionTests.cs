using System.Globalization;

using AutoParallel.CompilerServices;

namespace AutoParallel.Runtime.Tests;

/// <summary>Every iteration runs once, in every schedule; failures, nesting and concurrent callers.</summary>
public sealed class RegionTests
{
    public static TheoryData<Schedule, int, long> Shapes()
    {
        var data = new TheoryData<Schedule, int, long>();
        foreach (var schedule in Enum.GetValues<Schedule>())
        {
            foreach (var chunk in new[] { 0, 1, 7, 1000 })
            {
                foreach (var count in new long[] { 0, 1, 2, 3, 64, 65, 1000, 4097 })
                    data.Add(schedule, chunk, count);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void EveryIterationRunsOnce(Schedule schedule, int chunk, long count)
    {
        foreach (var granule in new[] { 1, 16 })
        {
            var marks = new int[count];
            var body = new Marking { Marks = marks };
            Region.Run(ref body, count, new RegionOptions(schedule, chunk, 0, 1e6, granule));
            Assert.All(marks, m => Assert.Equal(1, m));
        }
    }

    [Fact]
    public void ARefStructIsReachedWhereItLies()
    {
        Span<int> marks = stackalloc int[5000];
        var body = new SpanMarking { Marks = marks };
        Region.Run(ref body, marks.Length, new RegionOptions(Schedule.Dynamic, 10, 0, 1e6, 1));
        Assert.Equal(5000, marks.ToArray().Sum());
    }

    [Fact]
    public void AnEndlessCountIsCutWithoutOverflow()
    {
        var body = new FailingAt { Index = 0 };
        foreach (var schedule in Enum.GetValues<Schedule>())
        {
            var options = new RegionOptions(schedule, 0, 0, 1e6, 1);
            Assert.Equal("0", Assert.Throws<InvalidOperationException>(() => Region.Run(ref body, long.MaxValue, options)).Message);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(999)]
    public void TheLowestFailingIterationIsReported(int lowest)
    {
        for (var repeat = 0; repeat < 200; repeat++)
        {
            var body = new FailingFrom { Index = lowest };
            var options = new RegionOptions(Schedule.Auto, 1 + (repeat % 3), 0, 1e6, 1);
            var exception = Assert.Throws<InvalidOperationException>(() => Region.Run(ref body, 1000, options));
            Assert.Equal(lowest.ToString(CultureInfo.InvariantCulture), exception.Message);
            Assert.Contains(nameof(FailingFrom), exception.StackTrace);
        }
    }

    [Fact]
    public void IterationsBelowAFailureHaveRun()
    {
        for (var repeat = 0; repeat < 100; repeat++)
        {
            var body = new MarkingThenFailing { Marks = new int[1000], Index = 700 };
            var options = new RegionOptions(Schedule.Auto, 0, 0, 1e6, 1);
            Assert.Throws<InvalidOperationException>(() => Region.Run(ref body, 1000, options));
            Assert.All(body.Marks.Take(700), m => Assert.Equal(1, m));
        }
    }

    [Fact]
    public void ANestedRegionRunsOnItsOwnThread()
    {
        var body = new Nesting { Marks = new int[100] };
        Region.Run(ref body, 100, new RegionOptions(Schedule.Dynamic, 1, 0, 1e6, 1));
        Assert.All(body.Marks, m => Assert.Equal(50, m));
        Assert.False(Region.IsInside);
    }

    [Fact]
    public async Task ConcurrentCallersAllFinish()
    {
        var callers = Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var repeat = 0; repeat < 500; repeat++)
            {
                var body = new Marking { Marks = new int[256] };
                Region.Run(ref body, 256, new RegionOptions(Schedule.Auto, 4, 0, 1e5, 1));
                Assert.All(body.Marks, m => Assert.Equal(1, m));
            }
        }));
        await Task.WhenAll(callers);
    }

    [Fact]
    public void TinyRegionsInARowLoseNothing()
    {
        var body = new Counting { Counts = new long[2] };
        var options = new RegionOptions(Schedule.Auto, 1, 0, 1e6, 1);
        for (var repeat = 0; repeat < 100_000; repeat++)
            Region.Run(ref body, 2, options);
        Assert.Equal([100_000, 100_000], body.Counts);
    }

    [Fact]
    public void NothingIsAllocated()
    {
        var body = new Counting { Counts = new long[2] };
        var options = new RegionOptions(Schedule.Auto, 1, 0, 1e6, 1);
        for (var repeat = 0; repeat < 100; repeat++)
            Region.Run(ref body, 2, options);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var repeat = 0; repeat < 1000; repeat++)
            Region.Run(ref body, 2, options);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void WorkersSeeTheCallersCulture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
            var body = new CultureSeen { Names = new string[200] };
            Region.Run(ref body, 200, new RegionOptions(Schedule.Dynamic, 1, 0, 1e6, 1));
            Assert.All(body.Names, n => Assert.Equal("fr-FR", n));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    /// <summary>Estimates that guess at the length of strings or rows may be far too great; such a loop soon runs as it was written.</summary>
    [Theory]
    [InlineData(5_000)]
    [InlineData(500_000)]
    public void ALoopThatTakesFarLessThanEstimatedIsDeclined(double nanoseconds)
    {
        var options = new RegionOptions(Schedule.Auto, 0, 0, nanoseconds / 100, 1);
        bool IsDeclined()
        {
            var body = new Idle();
            if (!Region.MayPay<Idle>(nanoseconds))
                return true;
            Region.TryRun(ref body, 100, in options);
            return false;
        }

        Assert.Contains(Enumerable.Range(0, 1000), _ => IsDeclined());
        Assert.True(Region.MayPay<Idle>(5_000_000));
    }

    /// <summary>A loop that the caller does not begin after all is not granted again and again as the one to time.</summary>
    [Fact]
    public void ALoopThatNeverBeginsIsDeclined() => Assert.Contains(Enumerable.Range(0, 10), _ => !Region.MayPay<NeverBegun>(5_000));

    private struct Idle : IRangeBody
    {
        public readonly void Invoke(long start, long end)
        {
        }
    }

    private struct NeverBegun : IRangeBody
    {
        public readonly void Invoke(long start, long end)
        {
        }
    }

    private struct Marking : IRangeBody
    {
        public int[] Marks;

        public readonly void Invoke(long start, long end)
        {
            for (var i = start; i < end; i++)
                Interlocked.Increment(ref Marks[i]);
        }
    }

    private ref struct SpanMarking : IRangeBody
    {
        public Span<int> Marks;

        public readonly void Invoke(long start, long end)
        {
            for (var i = start; i < end; i++)
                Marks[(int)i]++;
        }
    }

    private struct FailingAt : IRangeBody
    {
        public long Index;

        public readonly void Invoke(long start, long end) => throw new InvalidOperationException(start.ToString(CultureInfo.InvariantCulture));
    }

    private struct FailingFrom : IRangeBody
    {
        public long Index;

        public readonly void Invoke(long start, long end)
        {
            for (var i = start; i < end; i++)
            {
                if (i >= Index)
                    throw new InvalidOperationException(i.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private struct MarkingThenFailing : IRangeBody
    {
        public int[] Marks;
        public long Index;

        public readonly void Invoke(long start, long end)
        {
            for (var i = start; i < end; i++)
            {
                if (i == Index)
                    throw new InvalidOperationException();
                Interlocked.Increment(ref Marks[i]);
            }
        }
    }

    private struct Nesting : IRangeBody
    {
        public int[] Marks;

        public readonly void Invoke(long start, long end)
        {
            for (var i = start; i < end; i++)
            {
                var inner = new Marking { Marks = new int[50] };
                Region.Run(ref inner, 50, new RegionOptions(Schedule.Auto, 1, 0, 1e6, 1));
                Marks[i] = inner.Marks.Sum();
            }
        }
    }

    private struct Counting : IRangeBody
    {
        public long[] Counts;

        public readonly void Invoke(long start, long end)
        {
            for (var i = start; i < end; i++)
                Interlocked.Increment(ref Counts[i]);
        }
    }

    private struct CultureSeen : IRangeBody
    {
        public string[] Names;

        public readonly void Invoke(long start, long end)
        {
            for (var i = start; i < end; i++)
                Names[i] = CultureInfo.CurrentCulture.Name;
        }
    }
}
