using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="NarrowLanes"/> against the method as written.</summary>
public sealed class NarrowLaneTests
{
    [Fact]
    public void Blend() => Verify.Same(
        Ran.Vector, NarrowLanes.Blend, (x, y, a, r) => NarrowLanes.Blend(x, y, a, r), n => (Data.Of<byte>(n), Data.Of<byte>(n, 2), 77, new byte[n]));

    [Fact]
    public void BlendByAny() => Verify.Same(
        Ran.Vector, NarrowLanes.Blend, (x, y, a, r) => NarrowLanes.Blend(x, y, a, r), n => (Data.Of<byte>(n), Data.Of<byte>(n, 2), -123456789, new byte[n]));

    [Fact]
    public void Weighted() => Verify.Same(
        Ran.Vector, NarrowLanes.Weighted, (x, r) => NarrowLanes.Weighted(x, r), n => (Data.Of<byte>(3 * n), new byte[n]));

    [Fact]
    public void WeightedOutside() => Verify.Same(
        Ran.Anything, NarrowLanes.Weighted, (x, r) => NarrowLanes.Weighted(x, r), n => (Data.Of<byte>(Math.Max(0, (3 * n) - 1)), new byte[n]));

    [Fact]
    public void SignedTriples() => Verify.Same(
        Ran.Vector, NarrowLanes.SignedTriples, (x, r) => NarrowLanes.SignedTriples(x, r), n => (Data.Of<sbyte>(3 * n), new short[n]));

    [Fact]
    public void MiddleOfThree() => Verify.Same(
        Ran.Vector, NarrowLanes.MiddleOfThree, (x, r) => NarrowLanes.MiddleOfThree(x, r), n => (Data.Of<byte>(Math.Max(0, (3 * n) - 1)), new byte[n]));

    [Fact]
    public void Pairs() => Verify.Same(
        Ran.Vector, NarrowLanes.Pairs, (x, r) => NarrowLanes.Pairs(x, r), n => (Data.Of<byte>(2 * n), new ushort[n]));

    [Fact]
    public void OneOfPair() => Verify.Same(
        Ran.Vector, NarrowLanes.OneOfPair, (x, r) => NarrowLanes.OneOfPair(x, r), n => (Data.Of<byte>(Math.Max(0, (2 * n) - 1)), new byte[n]));

    [Fact]
    public void Fours() => Verify.Same(
        Ran.Vector, NarrowLanes.Fours, (x, r) => NarrowLanes.Fours(x, r), n => (Data.Of<sbyte>(4 * n), new sbyte[n]));

    [Fact]
    public void Saturated() => Verify.Same(
        Ran.Vector, NarrowLanes.Saturated, (x, y, r) => NarrowLanes.Saturated(x, y, r), n => (Data.Of<byte>(n), Data.Of<sbyte>(n, 2), new byte[n]));

    [Fact]
    public void Distances() => Verify.Same(
        Ran.Vector, NarrowLanes.Distances, (x, y, r) => NarrowLanes.Distances(x, y, r), n => (Data.Of<byte>(n), Data.Of<byte>(n, 2), new byte[n]));

    [Fact]
    public void Extremes() => Verify.Same(
        Ran.Vector, NarrowLanes.Extremes, (x, y, r) => NarrowLanes.Extremes(x, y, r), n => (Data.Of<short>(n), Data.Of<short>(n, 2), new short[n]));

    [Fact]
    public void Averages() => Verify.Same(
        Ran.Vector, NarrowLanes.Averages, (x, y, r) => NarrowLanes.Averages(x, y, r), n => (Data.Of<ushort>(n), Data.Of<ushort>(n, 2), new ushort[n]));

    [Fact]
    public void ByteAverages() => Verify.Same(
        Ran.Vector, NarrowLanes.ByteAverages, (x, y, r) => NarrowLanes.ByteAverages(x, y, r), n => (Data.Of<byte>(n), Data.Of<byte>(n, 2), new byte[n]));

    [Fact]
    public void HighBits() => Verify.Same(
        Ran.Vector, NarrowLanes.HighBits, (x, y, r) => NarrowLanes.HighBits(x, y, r), n => (Data.Of<short>(n), Data.Of<short>(n, 2), new short[n]));

    [Fact]
    public void SignedShifts() => Verify.Same(
        Ran.Vector, NarrowLanes.SignedShifts, (x, y, r) => NarrowLanes.SignedShifts(x, y, r), n => (Data.Of<sbyte>(n), Data.Of<sbyte>(n, 2), new short[n]));

    [Fact]
    public void Above() => Verify.Same(
        Ran.Vector, NarrowLanes.Above, (x, y, r) => NarrowLanes.Above(x, y, r), n => (Data.Of<byte>(n), Data.Of<byte>(n, 2), new bool[n]));

    [Fact]
    public void Chosen() => Verify.Same(
        Ran.Vector, NarrowLanes.Chosen, (x, y, w, r) => NarrowLanes.Chosen(x, y, w, r), n => (Data.Of<byte>(n), Data.Of<sbyte>(n, 2), Data.Of<byte>(n, 3).Select(v => v > 90).ToArray(), new byte[n]));

    [Fact]
    public void Letters() => Verify.Same(
        Ran.Vector, NarrowLanes.Letters, (x, r) => NarrowLanes.Letters(x, r), n => (Data.Of<byte>(n).Select(v => (char)v).ToArray(), new char[n]));

    [Fact]
    public void Powers() => Verify.Same(
        Ran.Vector, NarrowLanes.Powers, (x, r) => NarrowLanes.Powers(x, r), n => (Data.Of<byte>(n), new byte[n]));

    [Fact]
    public void Unsigned() => Verify.Same(
        Ran.Vector, NarrowLanes.Unsigned, (x, f, r) => NarrowLanes.Unsigned(x, f, r), n => (Data.Of<ushort>(n), 123456789u, new ushort[n]));

    [Fact]
    public void LimitedByAny() => Verify.Same(
        Ran.Vector, NarrowLanes.LimitedByAny, (x, l) => NarrowLanes.LimitedByAny(x, l), n => (Data.Of<byte>(n), 70000));

    [Fact]
    public void Limited() => Verify.Same(
        Ran.Vector, (x, limit) => Sequential(x, limit), (byte[] x, byte limit) => NarrowLanes.Limited(x, limit), n => (Data.Of<byte>(n), (byte)200));

    [Fact]
    public void Image() => Verify.Same(
        Ran.Vector, NarrowLanes.Image, (source, target) => NarrowLanes.Image(source, target), n => (Filled(n), new byte[n % 70 + 3, n % 301 + 3]));

    /// <summary>Rerouting replaces direct calls alone.</summary>
    private static void Sequential(byte[] x, byte limit)
    {
        LimitedMethod method = NarrowLanes.Limited;
        method(x, limit);
    }

    private delegate void LimitedMethod(Span<byte> x, byte limit);

    private static byte[,] Filled(int n)
    {
        var image = new byte[n % 70 + 3, n % 301 + 3];
        byte[] values = Data.Of<byte>(image.Length);
        Buffer.BlockCopy(values, 0, image, 0, values.Length);
        return image;
    }
}
