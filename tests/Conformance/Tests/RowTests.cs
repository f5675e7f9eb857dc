using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="RowKernels"/>, with rows of their own and with rows that are shared.</summary>
public sealed class RowTests
{
    private delegate void WithSource(int[][] rows, ReadOnlySpan<int> source);

    private delegate void WithTarget(int[][] rows, Span<int> target);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void FromSpan(bool isShared)
    {
        WithSource sequential = RowKernels.FromSpan;
        Verify.Same(
            isShared ? Ran.Anything : Ran.Parallel,
            (int[][] rows, int[] source) => sequential(rows, isShared && rows.Length > 0 ? rows[rows.Length / 2] : source),
            (rows, source) => RowKernels.FromSpan(rows, isShared && rows.Length > 0 ? rows[rows.Length / 2] : source),
            n => (Data.Rows<int>(n, 40), Data.Of<int>(40)),
            Sizes.Few,
            nameof(RowKernels.FromSpan));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void IntoSpan(bool isShared)
    {
        WithTarget sequential = RowKernels.IntoSpan;
        Verify.Same(
            isShared ? Ran.Anything : Ran.Parallel,
            (int[][] rows, int[] target) => sequential(rows, isShared && rows.Length > 0 ? rows[^1].AsSpan() : target),
            (rows, target) => RowKernels.IntoSpan(rows, isShared && rows.Length > 0 ? rows[^1].AsSpan() : target),
            n => (Data.Rows<int>(n, Math.Max(2, n)), new int[n]),
            Sizes.Few,
            nameof(RowKernels.IntoSpan));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Columns(bool isShared) => Verify.Same(
        Ran.Parallel,
        RowKernels.Columns,
        (rows, columns) => RowKernels.Columns(rows, columns),
        n => (Shared(Data.Rows<int>(9, n), isShared), n),
        Sizes.Few);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pairs(bool isShared) => Verify.Same(
        isShared ? Ran.Anything : Ran.Parallel, RowKernels.Pairs, rows => RowKernels.Pairs(rows), n => Shared(Data.Rows<int>(n, 30), isShared), Sizes.Few);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void FromNext(bool isShared) => Verify.Same(
        isShared ? Ran.Anything : Ran.Parallel,
        (int[][] target, int[][] source) => new WithRows(RowKernels.FromNext)(target, isShared ? target : source),
        (target, source) => RowKernels.FromNext(target, isShared ? target : source),
        n => (Data.Rows<int>(n, 30), Data.Rows<int>(n, 30)),
        Sizes.Few,
        nameof(RowKernels.FromNext));

    [Fact]
    public void Replaced() => Verify.Same(
        Ran.Sequential,
        RowKernels.Replaced,
        (rows, others) => RowKernels.Replaced(rows, others),
        n => (Data.Rows<int>(n, 3), Data.Rows<int>(n, 4)),
        Sizes.Few);

    private delegate void WithRows(int[][] target, int[][] source);

    private static int[][] Shared(int[][] rows, bool isShared)
    {
        if (isShared && rows.Length > 3)
            rows[rows.Length / 2] = rows[1];
        return rows;
    }
}
