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
    public void BytesKeepTheirValueInLanesOf16Bits()
    {
        byte[] bytes = [.. Enumerable.Range(0, 48).Select(i => (byte)(i * 37))];
        sbyte[] signed = [.. bytes.Select(b => unchecked((sbyte)b))];
        for (nuint at = 0; at < 16; at++)
        {
            var (wide, middle, narrow) = (LaneMemory512.LoadInt16(ref bytes[0], at), LaneMemory256.LoadInt16(ref bytes[0], at), LaneMemory128.LoadInt16(ref bytes[0], at));
            var (wideSigned, middleSigned, narrowSigned) = (LaneMemory512.LoadInt16(ref signed[0], at), LaneMemory256.LoadInt16(ref signed[0], at), LaneMemory128.LoadInt16(ref signed[0], at));
            for (var lane = 0; lane < 32; lane++)
            {
                Assert.Equal((bytes[(int)at + lane], signed[(int)at + lane]), (wide.GetElement(lane), wideSigned.GetElement(lane)));
                if (lane < 16)
                    Assert.Equal((bytes[(int)at + lane], signed[(int)at + lane]), (middle.GetElement(lane), middleSigned.GetElement(lane)));
                if (lane < 8)
                    Assert.Equal((bytes[(int)at + lane], signed[(int)at + lane]), (narrow.GetElement(lane), narrowSigned.GetElement(lane)));
            }
        }
    }

    [Fact]
    public void LanesOf16BitsAreTruncatedToBytes()
    {
        short[] values = [.. Enumerable.Range(0, 32).Select(i => unchecked((short)(i * 12_347)))];
        byte[] expected = [.. values.Select(v => unchecked((byte)v))];
        var vector = Vector512.Create(values);
        foreach (var isUnsigned in new[] { false, true })
        {
            var (bytes, signed) = (new byte[64], new sbyte[64]);
            if (isUnsigned)
            {
                LaneMemory512.Store(vector.AsUInt16(), ref bytes[0], 1);
                LaneMemory256.Store(vector.AsUInt16().GetLower(), ref bytes[0], 34);
                LaneMemory128.Store(vector.AsUInt16().GetLower().GetLower(), ref bytes[0], 51);
                LaneMemory512.Store(vector.AsUInt16(), ref signed[0], 1);
                LaneMemory256.Store(vector.AsUInt16().GetLower(), ref signed[0], 34);
                LaneMemory128.Store(vector.AsUInt16().GetLower().GetLower(), ref signed[0], 51);
            }
            else
            {
                LaneMemory512.Store(vector, ref bytes[0], 1);
                LaneMemory256.Store(vector.GetLower(), ref bytes[0], 34);
                LaneMemory128.Store(vector.GetLower().GetLower(), ref bytes[0], 51);
                LaneMemory512.Store(vector, ref signed[0], 1);
                LaneMemory256.Store(vector.GetLower(), ref signed[0], 34);
                LaneMemory128.Store(vector.GetLower().GetLower(), ref signed[0], 51);
            }

            byte[] all = [0, .. expected, 0, .. expected.Take(16), 0, .. expected.Take(8), 0, 0, 0, 0, 0];
            Assert.Equal(all, bytes);
            Assert.Equal(all, signed.Select(s => unchecked((byte)s)));
        }
    }

    [Fact]
    public void BytesOfTwoVectorsAreSpreadByNumber()
    {
        byte[] bytes = [.. Enumerable.Range(0, 128).Select(i => (byte)(i + 100))];
        byte[] from = [.. Enumerable.Range(0, 64).Select(i => (byte)(i * 91 % 128))];
        var spread = LaneInterleave512.SpreadOfTwo(Vector512.Create(bytes), Vector512.Create(bytes, 64), Vector512.Create(from)).AsByte();
        for (var place = 0; place < 64; place++)
            Assert.Equal(bytes[from[place]], spread.GetElement(place));
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

    [Fact]
    public void QuotientsByADivisorAreExact()
    {
        long[] divisors = [1, -1, 2, -2, 3, -3, 5, 7, -7, 9, 10, 100, 641, 1000, 65535, 65536, 65537, 1_000_000_007, int.MaxValue, int.MaxValue - 1, int.MinValue, int.MinValue + 1, uint.MaxValue, uint.MaxValue - 1, 2147483648];
        foreach (long divisor in divisors)
        {
            double reciprocal = LaneDivision.Reciprocal(divisor);
            foreach (uint[] dividends in Dividends(divisor).Chunk(16).Where(c => c.Length == 16))
            {
                int[] signed = [.. dividends.Select(d => unchecked((int)d))];
                if (divisor is >= int.MinValue and <= int.MaxValue && (divisor != -1 || !signed.Contains(int.MinValue)))
                {
                    Assert.Equal(signed.Select(d => (int)(d / divisor)), Values(LaneDivision.DivideBy(Vector512.Create(signed), reciprocal)));
                    Assert.Equal(signed.Take(8).Select(d => (int)(d / divisor)), Values(LaneDivision.DivideBy(Vector256.Create(signed), reciprocal)));
                    Assert.Equal(signed.Take(4).Select(d => (int)(d / divisor)), Values(LaneDivision.DivideBy(Vector128.Create(signed), reciprocal)));
                }

                if (divisor > 0)
                {
                    Assert.Equal(dividends.Select(d => (uint)(d / divisor)), Values(LaneDivision.DivideBy(Vector512.Create(dividends), reciprocal)));
                    Assert.Equal(dividends.Take(8).Select(d => (uint)(d / divisor)), Values(LaneDivision.DivideBy(Vector256.Create(dividends), reciprocal)));
                    Assert.Equal(dividends.Take(4).Select(d => (uint)(d / divisor)), Values(LaneDivision.DivideBy(Vector128.Create(dividends), reciprocal)));
                    uint[] divisorsOfLanes = [.. Enumerable.Repeat((uint)divisor, 16)];
                    Assert.Equal(dividends.Select(d => (uint)(d / divisor)), Values(LaneDivision.Divide(Vector512.Create(dividends), Vector512.Create(divisorsOfLanes))));
                    Assert.Equal(dividends.Take(8).Select(d => (uint)(d / divisor)), Values(LaneDivision.Divide(Vector256.Create(dividends), Vector256.Create(divisorsOfLanes))));
                    Assert.Equal(dividends.Take(4).Select(d => (uint)(d / divisor)), Values(LaneDivision.Divide(Vector128.Create(dividends), Vector128.Create(divisorsOfLanes))));
                }

                long[] wide = [.. dividends.Select((d, i) => i % 2 == 0 ? d : (long)unchecked((int)d))];
                Assert.Equal(wide.Take(8).Select(d => d / divisor), Values(LaneDivision.DivideBy(Vector512.Create(wide), reciprocal)));
                Assert.Equal(wide.Take(4).Select(d => d / divisor), Values(LaneDivision.DivideBy(Vector256.Create(wide), reciprocal)));
                Assert.Equal(wide.Take(2).Select(d => d / divisor), Values(LaneDivision.DivideBy(Vector128.Create(wide), reciprocal)));
            }
        }
    }

    /// <summary>Multiples of a divisor and their neighbours, the limits of the types, and numbers of any size.</summary>
    private static IEnumerable<uint> Dividends(long divisor)
    {
        var random = new Random(7);
        for (int k = 0; k < 200; k++)
        {
            long multiple = divisor * random.Next(1 << random.Next(31));
            for (int ahead = -1; ahead <= 1; ahead++)
                yield return unchecked((uint)(multiple + ahead));
            yield return unchecked((uint)random.NextInt64() >> random.Next(32));
        }

        foreach (uint limit in new[] { 0u, 1u, uint.MaxValue, uint.MaxValue - 1, 2147483646u, 2147483647u, 2147483648u, 2147483649u })
        {
            yield return limit;
            yield return 2147483648;
        }
    }

    private static T[] Values<T>(Vector512<T> vector)
    {
        var values = new T[Vector512<T>.Count];
        vector.CopyTo(values);
        return values;
    }

    private static T[] Values<T>(Vector256<T> vector)
    {
        var values = new T[Vector256<T>.Count];
        vector.CopyTo(values);
        return values;
    }

    private static T[] Values<T>(Vector128<T> vector)
    {
        var values = new T[Vector128<T>.Count];
        vector.CopyTo(values);
        return values;
    }
}
