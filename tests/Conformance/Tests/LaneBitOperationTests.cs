using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="LaneBitOperations"/>.</summary>
public sealed class LaneBitOperationTests
{
    [Fact]
    public void DivideBy8() => Verify.Same(Ran.Vector, LaneBitOperations.DivideBy8, (x, r) => LaneBitOperations.DivideBy8(x, r), n => (Data.Of<int>(n), new int[n]), Sizes.Large);

    [Fact]
    public void DivideByLargest() => Verify.Same(Ran.Vector, LaneBitOperations.DivideByLargest, (x, r) => LaneBitOperations.DivideByLargest(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void DivideUnsigned() => Verify.Same(Ran.Vector, LaneBitOperations.DivideUnsigned, (x, r) => LaneBitOperations.DivideUnsigned(x, r), n => (Data.Of<uint>(n), new uint[n]));

    [Fact]
    public void DivideLong() => Verify.Same(Ran.Vector, LaneBitOperations.DivideLong, (x, r) => LaneBitOperations.DivideLong(x, r), n => (Data.Of<long>(n), new long[n]));

    [Fact]
    public void DivideUnsignedLong() => Verify.Same(
        Ran.Vector, LaneBitOperations.DivideUnsignedLong, (x, r) => LaneBitOperations.DivideUnsignedLong(x, r), n => (Data.Of<ulong>(n), new ulong[n]));

    [Fact]
    public void DivideAmongLongs() => Verify.Same(
        Ran.Vector, LaneBitOperations.DivideAmongLongs, (x, y, r) => LaneBitOperations.DivideAmongLongs(x, y, r), n => (Data.Of<int>(n), Data.Of<uint>(n), new long[n]));

    [Fact]
    public void DivideBytes() => Verify.Same(Ran.Vector, LaneBitOperations.DivideBytes, (x, r) => LaneBitOperations.DivideBytes(x, r), n => (Data.Of<sbyte>(n), new sbyte[n]));

    [Fact]
    public void DivideByNegative() => Verify.Same(
        Ran.Parallel, LaneBitOperations.DivideByNegative, (x, r) => LaneBitOperations.DivideByNegative(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void Counts() => Verify.Same(Ran.Vector, LaneBitOperations.Counts, (x, r) => LaneBitOperations.Counts(x, r), n => (Spread(Data.Of<uint>(n)), new int[n]));

    [Fact]
    public void CountsOfLongs() => Verify.Same(
        Ran.Vector, LaneBitOperations.CountsOfLongs, (x, r) => LaneBitOperations.CountsOfLongs(x, r), n => (Spread(Data.Of<ulong>(n)), new int[n]));

    [Fact]
    public void CountsAmongLongs() => Verify.Same(
        Ran.Vector, LaneBitOperations.CountsAmongLongs, (x, r) => LaneBitOperations.CountsAmongLongs(x, r), n => (Spread(Data.Of<int>(n)), new long[n]));

    [Fact]
    public void CountsOfSigned() => Verify.Same(
        Ran.Vector, LaneBitOperations.CountsOfSigned, (x, y, r) => LaneBitOperations.CountsOfSigned(x, y, r), n => (Spread(Data.Of<int>(n)), Spread(Data.Of<uint>(n)), new uint[n]));

    [Fact]
    public void SumOfCounts() => Verify.Same(Ran.Vector, LaneBitOperations.SumOfCounts, x => LaneBitOperations.SumOfCounts(x), n => Data.Of<ulong>(n), Sizes.Large);

    [Fact]
    public void RoundAway() => Verify.Same(Ran.Vector, LaneBitOperations.RoundAway, (x, r) => LaneBitOperations.RoundAway(x, r), n => (Ties<double>(n), new double[n]));

    [Fact]
    public void RoundAwaySingle() => Verify.Same(Ran.Vector, LaneBitOperations.RoundAwaySingle, (x, r) => LaneBitOperations.RoundAwaySingle(x, r), n => (Ties<float>(n), new float[n]));

    [Fact]
    public void RoundAwayAmongDoubles() => Verify.Same(
        Ran.Vector, LaneBitOperations.RoundAwayAmongDoubles, (x, y, r) => LaneBitOperations.RoundAwayAmongDoubles(x, y, r), n => (Ties<float>(n), Ties<double>(n), new double[n]));

    [Fact]
    public void Bits() => Verify.Same(Ran.Vector, LaneBitOperations.Bits, (x, r) => LaneBitOperations.Bits(x, r), n => (Data.Payloads<float>(n), new int[n]));

    [Fact]
    public void BitsOfDoubles() => Verify.Same(
        Ran.Vector, LaneBitOperations.BitsOfDoubles, (x, r) => LaneBitOperations.BitsOfDoubles(x, r), n => (Data.Payloads<double>(n), new double[n]));

    [Fact]
    public void Negatives() => Verify.Same(Ran.Vector, LaneBitOperations.Negatives, (x, r) => LaneBitOperations.Negatives(x, r), n => (Data.Of<double>(n), new bool[n]));

    /// <summary>Numbers whose highest bit is anywhere, zero among them.</summary>
    private static T[] Spread<T>(T[] values)
        where T : System.Numerics.IBinaryInteger<T> =>
        [.. values.Select((v, i) => i % 9 == 0 ? T.Zero : (v >> (i % 70)) << (i % 13))];

    /// <summary>Numbers half-way between two whole ones, their neighbours, and special values.</summary>
    private static T[] Ties<T>(int n)
        where T : struct, System.Numerics.IBinaryFloatingPointIeee754<T> =>
        [.. Data.Of<T>(n).Select((v, i) => (i % 6) switch
        {
            0 => v,
            1 => T.CreateChecked(i - 20.5),
            2 => T.BitIncrement(T.CreateChecked(i - 20.5)),
            3 => T.BitDecrement(T.CreateChecked(i - 20.5)),
            4 => T.CreateChecked(4503599627370495.5 / (1L << (i % 50))),
            _ => T.CreateChecked(-8388607.5 / (1 << (i % 20))),
        })];
}
