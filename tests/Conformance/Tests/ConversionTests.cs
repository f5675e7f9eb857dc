using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every conversion of <see cref="Conversions"/>: saturating from floating point, wrapping between integers, as C# has them.</summary>
public sealed class ConversionTests
{
    [Fact]
    public void Int32ToSingle() => Verify.Same(
        Ran.Vector, Conversions.Int32ToSingle, (x, r) => Conversions.Int32ToSingle(x, r), n => (Data.Of<int>(n), new float[n]));

    [Fact]
    public void SingleToInt32() => Verify.Same(
        Ran.Vector, Conversions.SingleToInt32, (x, r) => Conversions.SingleToInt32(x, r), n => (Data.Of<float>(n), new int[n]));

    [Fact]
    public void UInt32ToSingle() => Verify.Same(
        Ran.Vector, Conversions.UInt32ToSingle, (x, r) => Conversions.UInt32ToSingle(x, r), n => (Data.Of<uint>(n), new float[n]));

    [Fact]
    public void SingleToUInt32() => Verify.Same(
        Ran.Vector, Conversions.SingleToUInt32, (x, r) => Conversions.SingleToUInt32(x, r), n => (Data.Of<float>(n), new uint[n]));

    [Fact]
    public void Int64ToDouble() => Verify.Same(
        Ran.Vector, Conversions.Int64ToDouble, (x, r) => Conversions.Int64ToDouble(x, r), n => (Data.Of<long>(n), new double[n]));

    [Fact]
    public void DoubleToInt64() => Verify.Same(
        Ran.Vector, Conversions.DoubleToInt64, (x, r) => Conversions.DoubleToInt64(x, r), n => (Data.Of<double>(n), new long[n]));

    [Fact]
    public void UInt64ToDouble() => Verify.Same(
        Ran.Vector, Conversions.UInt64ToDouble, (x, r) => Conversions.UInt64ToDouble(x, r), n => (Data.Of<ulong>(n), new double[n]));

    [Fact]
    public void DoubleToUInt64() => Verify.Same(
        Ran.Vector, Conversions.DoubleToUInt64, (x, r) => Conversions.DoubleToUInt64(x, r), n => (Data.Of<double>(n), new ulong[n]));

    [Fact]
    public void Int32ToUInt32() => Verify.Same(
        Ran.Vector, Conversions.Int32ToUInt32, (x, r) => Conversions.Int32ToUInt32(x, r), n => (Data.Of<int>(n), new uint[n]));

    [Fact]
    public void Int64ToUInt64() => Verify.Same(
        Ran.Vector, Conversions.Int64ToUInt64, (x, r) => Conversions.Int64ToUInt64(x, r), n => (Data.Of<long>(n), new ulong[n]));

    [Fact]
    public void ByteToSByte() => Verify.Same(
        Ran.Vector, Conversions.ByteToSByte, (x, r) => Conversions.ByteToSByte(x, r), n => (Data.Of<byte>(n), new sbyte[n]));

    [Fact]
    public void UInt16ToInt16() => Verify.Same(
        Ran.Vector, Conversions.UInt16ToInt16, (x, r) => Conversions.UInt16ToInt16(x, r), n => (Data.Of<ushort>(n), new short[n]));

    [Fact]
    public void SingleToDouble() => Verify.Same(
        Ran.Parallel, Conversions.SingleToDouble, (x, r) => Conversions.SingleToDouble(x, r), n => (Data.Of<float>(n), new double[n]));

    [Fact]
    public void DoubleToSingle() => Verify.Same(
        Ran.Parallel, Conversions.DoubleToSingle, (x, r) => Conversions.DoubleToSingle(x, r), n => (Data.Of<double>(n), new float[n]));

    [Fact]
    public void Int32ToDouble() => Verify.Same(
        Ran.Parallel, Conversions.Int32ToDouble, (x, r) => Conversions.Int32ToDouble(x, r), n => (Data.Of<int>(n), new double[n]));

    [Fact]
    public void DoubleToInt32() => Verify.Same(
        Ran.Parallel, Conversions.DoubleToInt32, (x, r) => Conversions.DoubleToInt32(x, r), n => (Data.Of<double>(n), new int[n]));

    [Fact]
    public void ByteToInt32() => Verify.Same(
        Ran.Parallel, Conversions.ByteToInt32, (x, r) => Conversions.ByteToInt32(x, r), n => (Data.Of<byte>(n), new int[n]));

    [Fact]
    public void SByteToInt64() => Verify.Same(
        Ran.Parallel, Conversions.SByteToInt64, (x, r) => Conversions.SByteToInt64(x, r), n => (Data.Of<sbyte>(n), new long[n]));

    [Fact]
    public void Int32ToByte() => Verify.Same(
        Ran.Parallel, Conversions.Int32ToByte, (x, r) => Conversions.Int32ToByte(x, r), n => (Data.Of<int>(n), new byte[n]));

    [Fact]
    public void SingleToByte() => Verify.Same(
        Ran.Vector, Conversions.SingleToByte, (x, r) => Conversions.SingleToByte(x, r), n => (Data.Of<float>(n), new byte[n]));

    [Fact]
    public void ByteToSingle() => Verify.Same(
        Ran.Parallel, Conversions.ByteToSingle, (x, r) => Conversions.ByteToSingle(x, r), n => (Data.Of<byte>(n), new float[n]));

    [Fact]
    public void Int64ToInt32() => Verify.Same(
        Ran.Parallel, Conversions.Int64ToInt32, (x, r) => Conversions.Int64ToInt32(x, r), n => (Data.Of<long>(n), new int[n]));

    [Fact]
    public void HalfToSingle() => Verify.Same(
        Ran.Parallel, Conversions.HalfToSingle, (x, r) => Conversions.HalfToSingle(x, r), n => (Data.Of<Half>(n), new float[n]));

    [Fact]
    public void SingleToHalf() => Verify.Same(
        Ran.Parallel, Conversions.SingleToHalf, (x, r) => Conversions.SingleToHalf(x, r), n => (Data.Of<float>(n), new Half[n]));

    [Fact]
    public void CharToUInt16() => Verify.Same(
        Ran.Parallel, Conversions.CharToUInt16, (x, r) => Conversions.CharToUInt16(x, r), n => (Data.Of<ushort>(n).Select(v => (char)v).ToArray(), new ushort[n]));

    [Fact]
    public void CheckedNarrowingOfSmallNumbers() => Verify.Same(
        Ran.Anything, Conversions.CheckedNarrowing, (x, r) => Conversions.CheckedNarrowing(x, r), n => (Data.Small<long>(n, 1000), new int[n]));

    [Fact]
    public void CheckedNarrowingThatOverflows() => Verify.Same(
        Ran.Anything, Conversions.CheckedNarrowing, (x, r) => Conversions.CheckedNarrowing(x, r), n => (Data.Of<long>(n), new int[n]));

    [Fact]
    public void SingleBits() => Verify.Same(
        Ran.Parallel, Conversions.SingleBits, (x, r) => Conversions.SingleBits(x, r), n => (Data.Of<float>(n), new int[n]));

    [Fact]
    public void Quantize() => Verify.Same(
        Ran.Vector, Conversions.Quantize, (x, scale, r) => Conversions.Quantize(x, scale, r), n => (Data.Of<float>(n), 16f, new float[n]));

    [Fact]
    public void SumOfBytes() => Verify.Same(Ran.Parallel, Conversions.SumOfBytes, x => Conversions.SumOfBytes(x), n => Data.Of<byte>(n), Sizes.Large);

    [Fact]
    public void SumOfSquares() => Verify.Same(Ran.Parallel, Conversions.SumOfSquares, x => Conversions.SumOfSquares(x), n => Data.Of<int>(n));

    [Fact]
    public void MeanOfSingles() => Verify.Reduction(
        Ran.Parallel,
        Conversions.MeanOfSingles,
        x => Conversions.MeanOfSingles(x),
        n => Data.Ordinary<float>(n),
        x => Exact.Sum(x.Select(v => (double)v / x.Length)) with { Operations = x.Length + 4 },
        [.. Sizes.All.Where(n => n > 0)]);

    [Fact]
    public void SingleToInt16() => Verify.Same(
        Ran.Vector, Conversions.SingleToInt16, (x, r) => Conversions.SingleToInt16(x, r), n => (Data.Of<float>(n), new short[n]));

    [Fact]
    public void SingleToSByte() => Verify.Same(
        Ran.Vector, Conversions.SingleToSByte, (x, r) => Conversions.SingleToSByte(x, r), n => (Data.Of<float>(n), new sbyte[n]));

    [Fact]
    public void SingleToChar() => Verify.Same(
        Ran.Vector, Conversions.SingleToChar, (x, r) => Conversions.SingleToChar(x, r), n => (Data.Of<float>(n), new char[n]));

    [Fact]
    public void DoubleToUInt32() => Verify.Same(
        Ran.Vector, Conversions.DoubleToUInt32, (x, r) => Conversions.DoubleToUInt32(x, r), n => (Data.Of<double>(n), new uint[n]));

    [Fact]
    public void DoubleToByte() => Verify.Same(
        Ran.Vector, Conversions.DoubleToByte, (x, r) => Conversions.DoubleToByte(x, r), n => (Data.Of<double>(n), new byte[n]));

    [Fact]
    public void DoubleToInt16() => Verify.Same(
        Ran.Vector, Conversions.DoubleToInt16, (x, r) => Conversions.DoubleToInt16(x, r), n => (Data.Of<double>(n), new short[n]));
}
