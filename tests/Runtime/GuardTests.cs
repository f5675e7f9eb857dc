using AutoParallel.CompilerServices;

namespace AutoParallel.Runtime.Tests;

/// <summary>Trip counts against the loop itself, and overlap of memory.</summary>
public sealed class GuardTests
{
    /// <summary>All loops of an index of a tiny range, counted by running them with wrap-around as C# has it.</summary>
    [Fact]
    public void TripCountsAreThoseOfTheLoop()
    {
        const int Minimum = -8;
        const int Maximum = 7;
        foreach (var comparison in Enum.GetValues<LoopComparison>())
        {
            for (var start = Minimum; start <= Maximum; start++)
            {
                for (var end = Minimum; end <= Maximum; end++)
                {
                    for (var step = -5; step <= 5; step++)
                    {
                        var expected = Run(start, end, step, comparison);
                        var actual = TripCount.Of(start, end, step, comparison, Minimum, Maximum);
                        Assert.True(expected == actual || actual == -1 && expected is null, $"{start} {comparison} {end} += {step}: {expected}, {actual}");
                    }
                }
            }
        }

        static long? Run(int start, int end, int step, LoopComparison comparison)
        {
            long count = 0;
            for (var i = start; Holds(i, comparison, end); i += step)
            {
                count++;
                if (i + step is < Minimum or > Maximum || step == 0)
                    return null;
            }

            return count;
        }
    }

    [Fact]
    public void AProgressionContainsItsElements()
    {
        for (var first = -5; first <= 5; first++)
        {
            for (var step = -3; step <= 3; step++)
            {
                for (var count = 0; count < 5; count++)
                {
                    var elements = Enumerable.Range(0, count).Select(k => first + (k * step)).ToList();
                    for (var value = -20; value <= 20; value++)
                        Assert.Equal(elements.Contains(value), Progression.Contains(first, step, count, value));
                }
            }
        }

        Assert.False(Progression.Contains((Int128)long.MaxValue * 4, long.MaxValue, long.MaxValue, long.MaxValue));
        Assert.True(Progression.Contains((Int128)long.MaxValue * 4, long.MinValue + 1, 4, long.MaxValue));
    }

    [Fact]
    public void TripCountsAtTheEndsOfTheTypes()
    {
        Assert.Equal(-1, TripCount.Of(0, int.MaxValue, 1, LoopComparison.LessOrEqual, int.MinValue, int.MaxValue));
        Assert.Equal(int.MaxValue, TripCount.Of(0, int.MaxValue, 1, LoopComparison.Less, int.MinValue, int.MaxValue));
        Assert.Equal(uint.MaxValue, TripCount.Of(int.MinValue, int.MaxValue, 1, LoopComparison.Less, int.MinValue, int.MaxValue));
        Assert.Equal(-1, TripCount.Of(0, int.MaxValue, 2, LoopComparison.Less, int.MinValue, int.MaxValue));
        Assert.Equal(-1, TripCount.Of(long.MinValue, long.MaxValue, 1, LoopComparison.Less, long.MinValue, long.MaxValue));
        Assert.Equal(long.MaxValue, TripCount.Of(0, long.MaxValue, 1, LoopComparison.Less, long.MinValue, long.MaxValue));
    }

    [Theory]
    [InlineData(0, 10, 10, 10, true, true)]
    [InlineData(0, 10, 9, 10, false, false)]
    [InlineData(0, 10, 0, 10, false, true)]
    [InlineData(0, 10, 0, 5, false, true)]
    [InlineData(5, 10, 0, 5, true, true)]
    [InlineData(5, 10, 0, 6, false, false)]
    [InlineData(3, 0, 0, 10, true, true)]
    public void SpansOfOneArray(int start, int length, int otherStart, int otherLength, bool disjoint, bool sameOrDisjoint)
    {
        var memory = new double[32];
        ReadOnlySpan<double> left = memory.AsSpan(start, length);
        ReadOnlySpan<double> right = memory.AsSpan(otherStart, otherLength);
        Assert.Equal(disjoint, Overlap.AreDisjoint(left, right));
        Assert.Equal(disjoint, Overlap.AreDisjoint(right, left));
        Assert.Equal(sameOrDisjoint, Overlap.AreSameOrDisjoint(left, right));
    }

    [Fact]
    public void SpansOfDifferentElementSizes()
    {
        var bytes = new byte[64];
        ReadOnlySpan<byte> all = bytes;
        var ints = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(all);
        Assert.False(Overlap.AreSameOrDisjoint(all, ints));
        Assert.True(Overlap.AreDisjoint(all[..16], ints[4..]));
        Assert.False(Overlap.AreDisjoint(all[..17], ints[4..]));
    }

    [Fact]
    public void Rows()
    {
        int[] a = [1], b = [2], c = [3];
        int[][] distinct = [a, b, c], repeated = [a, b, a], missing = [a, null!, c];
        Assert.True(RowAliasing.AreDistinct(distinct, 0, 3, 1));
        Assert.True(RowAliasing.AreDistinct(distinct, 2, 3, -1));
        Assert.False(RowAliasing.AreDistinct(repeated, 0, 3, 1));
        Assert.True(RowAliasing.AreDistinct(repeated, 0, 2, 1));
        Assert.False(RowAliasing.AreDistinct(missing, 0, 3, 1));
        Assert.False(RowAliasing.AreDistinct(distinct, 0, 4, 1));
        Assert.True(RowAliasing.AreDistinct(distinct, [a, b, c], 0, 3, 1));
        Assert.False(RowAliasing.AreDistinct(distinct, [b, a, c], 0, 3, 1));
        Assert.False(RowAliasing.Excludes(distinct, 0, 3, 1, b));
        Assert.True(RowAliasing.Excludes(distinct, 0, 3, 1, [9]));
    }

    /// <summary>Where objects lie is the garbage collector's affair, so that one array of different objects need not be found to be one.</summary>
    [Fact]
    public void Objects()
    {
        Assert.Contains(Enumerable.Range(0, 20), _ => AreDistinct(Made(1000), 0, 1000, 1));
        Assert.Contains(Enumerable.Range(0, 20), _ => AreDistinct(Made(1000), 998, 500, -2));
        Assert.Contains(Enumerable.Range(0, 20), _ => AreDistinct([.. Made(500), .. Made(500).Reverse().Chunk(100).SelectMany(c => c.Reverse())], 0, 1000, 1));
        Assert.True(AreDistinct([], 0, 0, 1));
        for (var distance = 1; distance < 1000; distance += 37)
        {
            var objects = Made(1000);
            objects[^1] = objects[999 - distance];
            Assert.False(AreDistinct(objects, 0, 1000, 1));
            Assert.False(AreDistinct(objects, 999, 1000, -1));
            objects = [.. Made(500), .. objects.Skip(500)];
            objects[700] = objects[700 - Math.Min(distance, 700)];
            Assert.False(AreDistinct(objects, 0, 1000, 1));
        }

        var missing = Made(40);
        missing[20] = null!;
        Assert.False(AreDistinct(missing, 0, 40, 1));
        Assert.False(AreDistinct(missing, 0, 41, 1));
        Assert.False(AreDistinct(missing, -1, 2, 1));
        Assert.False(AreDistinct(missing, 3, 5, -1));

        static bool AreDistinct(object[] objects, long start, long count, long step) => ObjectAliasing.AreDistinct<object>(objects, start, count, step);

        static object[] Made(int count) => [.. Enumerable.Range(0, count).Select(_ => new object())];
    }

    [Fact]
    public void AllRows()
    {
        int[] a = [1], b = [2], c = [3, 4, 5];
        int[][] distinct = [a, b, c], repeated = [a, b, a], missing = [null!, null!, c];
        Assert.True(RowAliasing.AreDistinct(distinct));
        Assert.False(RowAliasing.AreDistinct(repeated));
        Assert.True(RowAliasing.AreDistinct(missing));
        Assert.True(RowAliasing.AreDistinct(Array.Empty<int[]>()));
        Assert.True(RowAliasing.AreDistinct(distinct, distinct));
        Assert.True(RowAliasing.AreDistinct(distinct, missing));
        Assert.True(RowAliasing.AreDistinct(distinct, [a, null!, c, [9]]));
        Assert.False(RowAliasing.AreDistinct(distinct, [b, a]));
        Assert.False(RowAliasing.AreDistinct(distinct, [a, b, c, a]));
        Assert.False(RowAliasing.AreDistinct(repeated, [b]));
        Assert.True(RowAliasing.AreDisjoint(repeated, [null!, c]));
        Assert.False(RowAliasing.AreDisjoint(repeated, [null!, b]));
        Assert.False(RowAliasing.AreDisjoint(distinct, distinct));
        Assert.False(RowAliasing.Excludes(distinct, b));
        Assert.True(RowAliasing.Excludes(distinct, [2]));
        Assert.False(RowAliasing.ExcludesMemory(distinct, (ReadOnlySpan<int>)c.AsSpan(1, 1)));
        Assert.False(RowAliasing.ExcludesMemory(distinct, System.Runtime.InteropServices.MemoryMarshal.AsBytes((ReadOnlySpan<int>)c.AsSpan(2))));
        Assert.True(RowAliasing.ExcludesMemory(distinct, 0, 2, 1, (ReadOnlySpan<int>)c));
        Assert.False(RowAliasing.ExcludesMemory(distinct, 0, 4, 1, (ReadOnlySpan<int>)new int[2]));
        Assert.True(RowAliasing.ExcludesMemory(missing, (ReadOnlySpan<int>)new int[2]));
    }

    [Fact]
    public void SubscriptsOfIterations()
    {
        Assert.True(All((0, 3, true), (1, 2, true), (2, 1, true), (2, 1, false)));
        Assert.True(All((0, 3, true), (0, 3, false), (1, 2, false), (2, 2, false)));
        Assert.False(All((0, 3, true), (1, 3, true)));
        Assert.False(All((0, 3, true), (1, 3, false)));
        Assert.False(All((0, 3, false), (1, 3, true)));
        Assert.False(All((0, 3, false), (1, 3, false), (1, 3, true)));
        Assert.False(All((0, 3, false), (1, 3, false), (0, 3, true)));
        Assert.True(All((0, 3, false), (0, 3, true), (0, 3, true)));
        Assert.False(All((0, 4, true)));
        Assert.False(All((0, -1, false)));
        using var tooMany = new SubscriptLog(4, long.MaxValue);
        Assert.False(tooMany.Write(0, 0));

        static bool All(params (long Iteration, long Subscript, bool IsWrite)[] accesses)
        {
            using var log = new SubscriptLog(4, 3);
            foreach (var (iteration, subscript, isWrite) in accesses)
            {
                if (!(isWrite ? log.Write(iteration, subscript) : log.Read(iteration, subscript)))
                    return false;
            }

            return true;
        }
    }

    private static bool Holds(int index, LoopComparison comparison, int end) => comparison switch
    {
        LoopComparison.Less => index < end,
        LoopComparison.LessOrEqual => index <= end,
        LoopComparison.Greater => index > end,
        LoopComparison.GreaterOrEqual => index >= end,
        _ => index != end,
    };
}
