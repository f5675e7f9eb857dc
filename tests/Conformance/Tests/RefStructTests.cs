using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>What no field can refer to goes into a region as a copy.</summary>
public sealed class RefStructTests
{
    [Fact]
    public void ByReference() => Verify.Same(
        Ran.Vector,
        (x, y) =>
        {
            for (int i = 0; i < y.Length; i++)
                y[i] += x.Length * 3 + x[0];
        },
        (x, y) => Add(x, y),
        n => (Data.Of<int>(n + 1), Data.Of<int>(n, 2)));

    [Fact]
    public void ByReadOnlyReference() => Verify.Same(
        Ran.Vector,
        (x, y) =>
        {
            for (int i = 0; i < y.Length; i++)
                x[i] = y[i] * 3;
        },
        (x, y) => Into(x, y),
        n => (Data.Of<int>(n + 1), Data.Of<int>(n, 2)));

    [Fact]
    public void SpanThatIsAssigned() => Verify.Same(
        Ran.Anything,
        (x, y) =>
        {
            for (int i = 0; i < x.Length - 1; i++)
                y[i] += x.Length - 1;
            return 2 * x.Length - 4;
        },
        (x, y) => Shorten(x, y),
        n => (Data.Of<int>(n + 2), Data.Of<int>(n + 1, 2)));

    [Fact]
    public void Receiver()
    {
        Verify.Same(
            Ran.Vector,
            (x, r) =>
            {
                for (int i = 0; i < r.Length; i++)
                    r[i] = x[i] * 2;
            },
            (x, r) => new RefStructs(x).Twice(r),
            n => (Data.Of<double>(n), new double[n]));
        Verify.Same(Ran.Vector, x => x.Sum(), x => new RefStructs(x).Sum(), n => Enumerable.Range(0, n).Select(i => (double)(i % 100)).ToArray());
    }

    private static void Add(int[] x, int[] y)
    {
        var pair = new RefStructs.Pair { Items = x, Factor = 3 };
        RefStructs.Add(ref pair, y);
    }

    private static void Into(int[] x, int[] y)
    {
        var pair = new RefStructs.Pair { Items = x, Factor = 3 };
        RefStructs.Into(in pair, y);
    }

    private static int Shorten(int[] x, int[] y)
    {
        Span<int> span = x;
        return RefStructs.Shorten(ref span, y) + span.Length;
    }
}
