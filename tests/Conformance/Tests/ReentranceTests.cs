using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Rerouted calls inside regions, on many threads at once, and in places where code seldom runs.</summary>
public sealed class ReentranceTests
{
    private static readonly int _ofStaticField = Int32Kernels.Sum([.. Enumerable.Range(0, 100)]);

    [Fact]
    public void InsideParallelFor()
    {
        var expected = Reference(20_000);
        var actual = new int[64];
        Parallel.For(0, actual.Length, i => actual[i] = Int32Kernels.Sum(Data.Of<int>(20_000)));
        Assert.All(actual, value => Assert.Equal(expected, value));
    }

    [Fact]
    public void OnManyThreads()
    {
        var expected = Reference(50_021);
        var failures = 0;
        var threads = Enumerable.Range(0, 6).Select(_ => new Thread(() =>
        {
            var x = Data.Of<int>(50_021);
            for (var round = 0; round < 50; round++)
            {
                if (Int32Kernels.Sum(x) != expected)
                    Interlocked.Increment(ref failures);
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        Assert.Equal(0, failures);
    }

    [Fact]
    public void InsidePlinq()
    {
        var expected = Reference(5_000);
        var sums = Enumerable.Range(0, 100).AsParallel().Select(_ => Int32Kernels.Sum(Data.Of<int>(5_000))).ToList();
        Assert.All(sums, sum => Assert.Equal(expected, sum));
    }

    [Fact]
    public void InStaticInitializer() => Assert.Equal(4950, _ofStaticField);

    [Fact]
    public void InQuery()
    {
        var sums = from size in new[] { 0, 5, 100 }
                   let x = Data.Of<int>(size)
                   where Int32Kernels.Sum(x) == Reference(size)
                   select size;
        Assert.Equal([0, 5, 100], sums);
    }

    [Fact]
    public void InFinally()
    {
        var x = Data.Of<int>(5000);
        var sum = 0;
        Action failing = () =>
        {
            try
            {
                throw new InvalidOperationException();
            }
            finally
            {
                sum = Int32Kernels.Sum(x);
            }
        };
        Assert.Throws<InvalidOperationException>(failing);
        Assert.Equal(Reference(5000), sum);
    }

    [Fact]
    public void AfterAnException()
    {
        var x = Data.Of<int>(50_021);
        for (var round = 0; round < 20; round++)
        {
            Assert.Throws<InvalidOperationException>(() => Throwing.OfTheUser(x, 0));
            Assert.Equal(Sequential(x), Int32Kernels.Sum(x));
        }
    }

    [Fact]
    public void UnderALimitThatEnds()
    {
        var x = Data.Of<int>(50_021);
        using (Workers.Limit(1))
        {
            Assert.Equal(Sequential(x), Int32Kernels.Sum(x));
            using (Workers.Limit(5))
                Assert.Equal(1, Workers.Count);
        }

        Assert.Equal(Startup.MostWorkers, Workers.Count);
    }

    /// <summary>The numeric path allocates nothing, whatever the size.</summary>
    [Fact]
    public void NothingIsAllocated()
    {
        var (x, y) = (Data.Ordinary<float>(100_000), Data.Ordinary<float>(100_000, 2));
        foreach (var size in new[] { 10, 1000, 100_000 })
        {
            Allocated(x, y, size);
            Assert.Equal(0, Enumerable.Range(0, Attempts).Min(_ => Allocated(x, y, size)));
        }
    }

    /// <summary>
    /// How often the allocations are counted. The execution counters, which only tests switch on, may meet a path for the first time in one
    /// of them, and grow their table; what the calls themselves allocate, they allocate in each.
    /// </summary>
    private const int Attempts = 5;

    private static long Allocated(float[] x, float[] y, int size)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++)
            Dot(x, y, size);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static float Dot(float[] x, float[] y, int size) => Spans.Dot(x.AsSpan(0, size), y.AsSpan(0, size));

    private static int Reference(int size) => Sequential(Data.Of<int>(size));

    private static int Sequential(int[] x)
    {
        Func<int[], int> sequential = Int32Kernels.Sum;
        return sequential(x);
    }
}
