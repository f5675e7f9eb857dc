using System.Runtime.Intrinsics;

using AutoParallel.CompilerServices;

namespace AutoParallel.Runtime.Tests;

/// <summary>Packing and unpacking with every selection of lanes, and running sums, against loops.</summary>
public sealed class LanePackTests
{
    public static TheoryData<int> Selections() => [.. Enumerable.Range(0, 256), 0xFFFF, 0x8001, 0x7FFE, 0xAAAA, 0x5555, 0x0F0F, 0x1234, 0xFF00];

    [Theory]
    [MemberData(nameof(Selections))]
    public void PacksLanesOf4Bytes(int selection)
    {
        int[] values = [.. Enumerable.Range(0, 16).Select(i => (i * 7919) - 40000)];
        Check(selection, 16, values, (s, r) => LanePack512.Store(Vector512.Create(values), Vector512.Create(Mask(s, 16)), ref r[0], 3));
        Check(selection, 8, values, (s, r) => LanePack256.Store(Vector256.Create(values), Vector256.Create(Mask(s, 8)), ref r[0], 3));
        Check(selection, 4, values, (s, r) => LanePack128.Store(Vector128.Create(values), Vector128.Create(Mask(s, 4)), ref r[0], 3));
        short[] narrow = [.. values.Select(v => unchecked((short)v))];
        Check(selection, 16, narrow, (s, r) => LanePack512.Store(Vector512.Create(values), Vector512.Create(Mask(s, 16)), ref r[0], 3));
        Check(selection, 8, narrow, (s, r) => LanePack256.Store(Vector256.Create(values), Vector256.Create(Mask(s, 8)), ref r[0], 3));
        byte[] bytes = [.. values.Select(v => unchecked((byte)v))];
        Check(selection, 16, bytes, (s, r) => LanePack512.Store(Vector512.Create(values), Vector512.Create(Mask(s, 16)), ref r[0], 3));
        Check(selection, 4, bytes, (s, r) => LanePack128.Store(Vector128.Create(values), Vector128.Create(Mask(s, 4)), ref r[0], 3));
    }

    [Theory]
    [MemberData(nameof(Selections))]
    public void PacksLanesOf8Bytes(int selection)
    {
        double[] values = [.. Enumerable.Range(0, 8).Select(i => (i * 0.75) - 2)];
        Check(selection, 8, values, (s, r) => LanePack512.Store(Vector512.Create(values), Vector512.Create(WideMask(s, 8)), ref r[0], 3));
        Check(selection, 4, values, (s, r) => LanePack256.Store(Vector256.Create(values), Vector256.Create(WideMask(s, 4)), ref r[0], 3));
        Check(selection, 2, values, (s, r) => LanePack128.Store(Vector128.Create(values), Vector128.Create(WideMask(s, 2)), ref r[0], 3));
        float[] narrow = [.. values.Select(v => (float)v)];
        Check(selection, 8, narrow, (s, r) => LanePack512.Store(Vector512.Create(values), Vector512.Create(WideMask(s, 8)), ref r[0], 3));
        Check(selection, 4, narrow, (s, r) => LanePack256.Store(Vector256.Create(values), Vector256.Create(WideMask(s, 4)), ref r[0], 3));
        long[] integers = [.. Enumerable.Range(0, 8).Select(i => i * 5_000_000_000L)];
        int[] low = [.. integers.Select(v => unchecked((int)v))];
        Check(selection, 8, low, (s, r) => LanePack512.Store(Vector512.Create(integers), Vector512.Create(WideMask(s, 8)), ref r[0], 3));
        Check(selection, 4, low, (s, r) => LanePack256.Store(Vector256.Create(integers), Vector256.Create(WideMask(s, 4)), ref r[0], 3));
    }

    [Theory]
    [MemberData(nameof(Selections))]
    public void UnpacksLanes(int selection)
    {
        // There are no elements behind those that the lanes take.
        int[] Elements(int lanes) => [.. Enumerable.Range(100, 2 + Chosen(selection, lanes).Count())];
        var wide = LanePack512.Load<int, int>(ref Elements(16)[0], 2, Vector512.Create(Mask(selection, 16)));
        var middle = LanePack256.Load<int, int>(ref Elements(8)[0], 2, Vector256.Create(Mask(selection, 8)));
        var narrow = LanePack128.Load<int, int>(ref Elements(4)[0], 2, Vector128.Create(Mask(selection, 4)));
        byte[] bytes = [.. Elements(4).Select(v => (byte)v)];
        var two = LanePack256.Load<byte, long>(ref bytes[0], 2, Vector256.Create(WideMask(selection, 4)));
        Assert.Equal(Enumerable.Range(102, Chosen(selection, 16).Count()), Chosen(selection, 16).Select(l => wide.GetElement(l)));
        Assert.Equal(Enumerable.Range(102, Chosen(selection, 8).Count()), Chosen(selection, 8).Select(l => middle.GetElement(l)));
        Assert.Equal(Enumerable.Range(102, Chosen(selection, 4).Count()), Chosen(selection, 4).Select(l => narrow.GetElement(l)));
        Assert.Equal(Enumerable.Range(102, Chosen(selection, 4).Count()), Chosen(selection, 4).Select(l => (int)two.GetElement(l)));
    }

    [Theory]
    [MemberData(nameof(Selections))]
    public void RanksAreTheSelectedLanesBefore(int selection)
    {
        for (var lane = 0; lane < 16; lane++)
        {
            var before = Chosen(selection, lane).Count();
            Assert.Equal(before, LanePack512.Ranks(Vector512.Create(Mask(selection, 16))).GetElement(lane));
            Assert.Equal(Chosen(selection, lane & 7).Count(), LanePack256.Ranks(Vector256.Create(Mask(selection, 8))).GetElement(lane & 7));
            Assert.Equal(Chosen(selection, lane & 1).Count(), LanePack128.Ranks(Vector128.Create(WideMask(selection, 2))).GetElement(lane & 1));
        }
    }

    [Fact]
    public void SumsRunOverAllLanes()
    {
        int[] values = [.. Enumerable.Range(0, 16).Select(i => unchecked((i + 1) * 987_654_321))];
        long[] wide = [.. values.Select(v => v * 3_000_000_000L)];
        for (var lane = 0; lane < 16; lane++)
        {
            Assert.Equal(values.Take(lane + 1).Aggregate((a, b) => unchecked(a + b)), LaneScan512.Sum(Vector512.Create(values)).GetElement(lane));
            Assert.Equal(values.Take((lane & 7) + 1).Aggregate((a, b) => unchecked(a + b)), LaneScan256.Sum(Vector256.Create(values)).GetElement(lane & 7));
            Assert.Equal(values.Take((lane & 3) + 1).Aggregate((a, b) => unchecked(a + b)), LaneScan128.Sum(Vector128.Create(values)).GetElement(lane & 3));
            Assert.Equal(wide.Take((lane & 7) + 1).Aggregate((a, b) => unchecked(a + b)), LaneScan512.Sum(Vector512.Create(wide)).GetElement(lane & 7));
            Assert.Equal(wide.Take((lane & 3) + 1).Aggregate((a, b) => unchecked(a + b)), LaneScan256.Sum(Vector256.Create(wide)).GetElement(lane & 3));
            Assert.Equal(wide.Take((lane & 1) + 1).Aggregate((a, b) => unchecked(a + b)), LaneScan128.Sum(Vector128.Create(wide)).GetElement(lane & 1));
        }

        Assert.Equal(Vector512.Create(values[15]), LaneScan512.Last(Vector512.Create(values)));
        Assert.Equal(Vector256.Create(wide[3]), LaneScan256.Last(Vector256.Create(wide)));
        Assert.Equal(Vector128.Create(values[3]), LaneScan128.Last(Vector128.Create(values)));
    }

    private static IEnumerable<int> Chosen(int selection, int lanes) => Enumerable.Range(0, lanes).Where(l => (selection >> l & 1) != 0);

    private static int[] Mask(int selection, int lanes) => [.. Enumerable.Range(0, lanes).Select(l => -(selection >> l & 1))];

    private static long[] WideMask(int selection, int lanes) => [.. Enumerable.Range(0, lanes).Select(l => -(long)(selection >> l & 1))];

    /// <summary>The chosen lanes' values from element 3 on, and nothing else written; there is no room for more.</summary>
    private static void Check<T>(int selection, int lanes, T[] values, Action<int, T[]> store)
        where T : struct
    {
        T[] expected = [default, default, default, .. Chosen(selection, lanes).Select(l => values[l])];
        var actual = new T[expected.Length];
        store(selection, actual);
        Assert.Equal(expected, actual);
        var roomy = new T[32];
        store(selection, roomy);
        Assert.Equal([.. expected, .. new T[32 - expected.Length]], roomy);
    }
}
