using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="ShortRows"/>: what is not checked in each iteration must have been asked, and throw where it is written.</summary>
public sealed class ShortRowTests
{
    private static readonly int[] _sizes = [0, 1, 2, 31, 257, 1000, 5003];

    private static readonly int[] _long = [1, 2, 3, 1000, 4099, 70_001];

    [Fact]
    public void Sparse() => Verify.Same(Ran.Anything, ShortRows.Sparse, (s, c, v, x, p) => ShortRows.Sparse(s, c, v, x, p), n => Rows(n, 0), _sizes);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void SparseThatLeaves(int way) => Verify.Same(Ran.Anything, ShortRows.Sparse, (s, c, v, x, p) => ShortRows.Sparse(s, c, v, x, p), n => Rows(n, way), _sizes);

    [Fact]
    public void Backwards() => Verify.Same(
        Ran.Anything, ShortRows.Backwards, (l, f, t) => ShortRows.Backwards(l, f, t), n => (Data.Small<int>(n, 30), Data.Of<int>(n + 30, 2), new int[n]), _sizes);

    [Fact]
    public void BackwardsThatLeaves() => Verify.Same(
        Ran.Anything, ShortRows.Backwards, (l, f, t) => ShortRows.Backwards(l, f, t), n => (Data.Small<int>(n, 30), Data.Of<int>(n, 2), new int[n]), _sizes);

    [Fact]
    public void Conditional() => Verify.Same(
        Ran.Anything,
        ShortRows.Conditional,
        (s, v, k, r) => ShortRows.Conditional(s, v, k, r),
        n => (Starts(n), Data.Of<short>(Starts(n)[^1], 2), Data.Of<byte>(Starts(n)[^1], 3), new long[n]),
        _sizes);

    [Theory]
    [InlineData(256)]
    [InlineData(255)]
    [InlineData(300)]
    [InlineData(7)]
    public void Bytes(int length) => Verify.Same(Ran.Anything, ShortRows.Bytes, (v, c) => ShortRows.Bytes(v, c), n => (Data.Of<byte>(n), new int[length]), _long);

    [Theory]
    [InlineData(0, 256)]
    [InlineData(2, 256)]
    [InlineData(-1, 256)]
    [InlineData(0, 200)]
    public void Pairs(int first, int length) => Verify.Same(
        Ran.Anything,
        (v, f, c) => PairsInOrder(v, f, c),
        (v, f, c) => ShortRows.Pairs(v, f, c),
        n => (Data.Of<byte>(n), first, new long[length]),
        _long);

    [Theory]
    [InlineData(256)]
    [InlineData(129)]
    public void Weighted(int length) => Verify.Same(
        Ran.Anything,
        ShortRows.Weighted,
        (k, w, l, s) => ShortRows.Weighted(k, w, l, s),
        n => (Data.Of<sbyte>(n), Data.Of<int>(n, 2), new int[256], new long[length]),
        _long);

    private static void PairsInOrder(byte[] values, int first, long[] counts)
    {
        for (int i = values.Length - 2; i >= first; i -= 1)
            counts[(values[i] & 15) * 16 + (values[i + 1] >> 4)] += i;
    }

    private static int[] Starts(int rows)
    {
        int[] lengths = Data.Small<int>(rows, 13);
        var start = new int[rows + 1];
        for (int row = 0; row < rows; row++)
            start[row + 1] = start[row] + lengths[row];
        return start;
    }

    private static (int[] Start, int[] Column, double[] Value, double[] Vector, double[] Product) Rows(int rows, int way)
    {
        int[] start = Starts(rows);
        int[] column = Data.Small<int>(start[rows], Math.Max(1, rows), 2);
        double[] value = Data.Ordinary<double>(start[rows], 3);
        int short_ = Math.Max(0, start[rows] - 1);
        if (way == 1)
            value = value[..short_];
        if (way == 2)
            column = column[..short_];
        if (way == 3 && column.Length > 0)
            column[column.Length / 2] = -1;
        if (way == 4)
            start[0] = -1;
        return (start, column, value, Data.Ordinary<double>(rows, 4), new double[rows]);
    }
}
