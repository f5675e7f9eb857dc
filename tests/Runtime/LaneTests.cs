using System.Runtime.Intrinsics;

using AutoParallel.CompilerServices;

namespace AutoParallel.Runtime.Tests;

/// <summary>Narrow loads and stores against scalar casts, and stores that touch nothing but their lanes.</summary>
public sealed class LaneTests
{
    [Fact]
    public void NarrowElementsKeepTheirValue()
    {
        var bytes = Enumerable.Range(0, 64).Select(i => (byte)((i * 37) + 200)).ToArray();
        var shorts = bytes.Select(b => (short)((b * 300) - 40000)).ToArray();
        var floats = bytes.Select(b => b * 0.3f).ToArray();
        for (nuint at = 0; at < 16; at++)
        {
            var wide = LaneMemory512.LoadInt32(ref bytes[0], at);
            var middle = LaneMemory256.LoadInt64(ref shorts[0], at);
            var narrow = LaneMemory128.LoadDouble(ref floats[0], at);
            for (var lane = 0; lane < 16; lane++)
                Assert.Equal(bytes[(int)at + lane], wide.GetElement(lane));
            for (var lane = 0; lane < 4; lane++)
                Assert.Equal(shorts[(int)at + lane], middle.GetElement(lane));
            for (var lane = 0; lane < 2; lane++)
                Assert.Equal(floats[(int)at + lane], narrow.GetElement(lane));
        }
    }

    [Fact]
    public void StoresTruncateAsCastsDo()
    {
        int[] values = [.. Enumerable.Range(0, 16).Select(i => (i * 123_456_789) ^ (i << 7))];
        var bytes = new byte[20];
        var shorts = new short[20];
        LaneMemory512.Store(Vector512.Create(values), ref bytes[0], 2);
        LaneMemory512.Store(Vector512.Create(values), ref shorts[0], 3);
        Assert.Equal([0, 0, .. values.Select(v => unchecked((byte)v)), 0, 0], bytes);
        Assert.Equal([0, 0, 0, .. values.Select(v => unchecked((short)v)), 0], shorts);
        Array.Clear(bytes);
        LaneMemory256.Store(Vector256.Create(values), ref bytes[0], 1);
        LaneMemory128.Store(Vector128.Create(values), ref bytes[0], 9);
        Assert.Equal([0, .. values.Take(8).Concat(values.Take(4)).Select(v => unchecked((byte)v)), 0, 0, 0, 0, 0, 0, 0], bytes);
    }

    [Fact]
    public void MaskedStoresTouchOnlyTheirLanes()
    {
        for (var pattern = 0; pattern < 1 << 8; pattern++)
        {
            var mask = Vector256.Create([.. Enumerable.Range(0, 8).Select(i => (pattern >> i & 1) == 1 ? -1 : 0)]);
            var target = new float[10];
            MaskedLanes.Store(Vector256.Create(1f, 2, 3, 4, 5, 6, 7, 8), mask.AsSingle(), ref target[1]);
            Assert.Equal([0, .. Enumerable.Range(0, 8).Select(i => (pattern >> i & 1) == 1 ? i + 1f : 0), 0], target);
        }
    }
}
