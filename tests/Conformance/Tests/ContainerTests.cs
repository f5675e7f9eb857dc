using System.Collections.Immutable;

using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every container of <see cref="Containers"/>; spans also as parts of a longer array whose rest must stay as it is.</summary>
public sealed class ContainerTests
{
    private delegate void SpanScale(Span<float> x, float factor);

    private delegate float SpanPair(ReadOnlySpan<float> x, ReadOnlySpan<float> y);

    private delegate void SpanMap(ReadOnlySpan<int> source, Span<int> target);

    private delegate long SpanFold(ReadOnlySpan<long> x);

    private delegate void SpanUpdate(Span<int> x);

    [Fact]
    public void Span()
    {
        SpanScale sequential = Containers.Span;
        Verify.Same(
            Ran.Vector,
            (float[] x, float factor) => sequential(x.AsSpan(3, x.Length - 5), factor),
            (x, factor) => Containers.Span(x.AsSpan(3, x.Length - 5), factor),
            n => (Data.Of<float>(n + 5), 1.5f),
            kernel: nameof(Containers.Span));
    }

    [Fact]
    public void EmptySpan()
    {
        SpanScale sequential = Containers.Span;
        Verify.Same(
            Ran.Anything,
            (float[] x, float factor) => sequential(default, factor),
            (x, factor) => Containers.Span(default, factor),
            n => (Data.Of<float>(n), 1.5f),
            Sizes.Few,
            nameof(Containers.Span));
    }

    [Fact]
    public void ReadOnlySpan()
    {
        SpanPair sequential = Containers.ReadOnlySpan;
        Verify.Same(
            Ran.Vector,
            (float[] x, float[] y) => sequential(x, y.AsSpan(1)),
            (x, y) => Containers.ReadOnlySpan(x, y.AsSpan(1)),
            n => (Data.Ordinary<float>(n), Data.Ordinary<float>(n + 1, 2)),
            kernel: nameof(Containers.ReadOnlySpan));
    }

    [Fact]
    public void SpanToSpan()
    {
        SpanMap sequential = Containers.SpanToSpan;
        Verify.Same(
            Ran.Vector,
            (int[] x, int[] y) => sequential(x, y),
            (x, y) => Containers.SpanToSpan(x, y),
            n => (Data.Of<int>(n), new int[n + 3]),
            kernel: nameof(Containers.SpanToSpan));
    }

    [Fact]
    public void SpanToShorterSpan()
    {
        SpanMap sequential = Containers.SpanToSpan;
        Verify.Same(
            Ran.Anything,
            (int[] x, int[] y) => sequential(x, y),
            (x, y) => Containers.SpanToSpan(x, y),
            n => (Data.Of<int>(n), new int[n / 2]),
            Sizes.Few,
            nameof(Containers.SpanToSpan));
    }

    [Fact]
    public void ForeachSpan()
    {
        SpanFold sequential = Containers.ForeachSpan;
        Verify.Same(
            Ran.Vector, (long[] x) => sequential(x), x => Containers.ForeachSpan(x), n => Data.Of<long>(n), kernel: nameof(Containers.ForeachSpan));
    }

    [Fact]
    public void ForeachRefSpan()
    {
        SpanUpdate sequential = Containers.ForeachRefSpan;
        Verify.Same(
            Ran.Anything,
            (int[] x) => sequential(x),
            x => Containers.ForeachRefSpan(x),
            n => Data.Of<int>(n),
            kernel: nameof(Containers.ForeachRefSpan));
    }

    [Fact]
    public void Memory() => Verify.Same(
        Ran.Parallel, Containers.Memory, (x, y) => Containers.Memory(x, y), n => (Data.Of<double>(n).AsMemory(), (ReadOnlyMemory<double>)Data.Of<double>(n, 2)));

    [Fact]
    public void MemoryThroughLocal() => Verify.Same(
        Ran.Vector, Containers.MemoryThroughLocal, (x, value) => Containers.MemoryThroughLocal(x, value), n => (Data.Of<double>(n).AsMemory(n / 3), 0.25));

    [Fact]
    public void List() => Verify.Same(
        Ran.Parallel, Containers.List, (x, y) => Containers.List(x, y), n => (Data.Of<int>(n).ToList(), Data.Of<int>(n + 2, 2).ToList()));

    [Fact]
    public void ListAndItself() => Verify.Same(
        Ran.Anything, Containers.List, (x, y) => Containers.List(x, y), n => Twice(Data.Of<int>(n).ToList()));

    [Fact]
    public void ListShorterThanItsCapacity() => Verify.Same(
        Ran.Anything,
        Containers.List,
        (x, y) => Containers.List(x, y),
        n => (Data.Of<int>(n).ToList(), new List<int>(2 * n) { 5 }),
        Sizes.Few);

    [Fact]
    public void ForeachList() => Verify.Same(Ran.Parallel, Containers.ForeachList, x => Containers.ForeachList(x), n => Data.Of<int>(n).ToList());

    [Fact]
    public void Immutable() => Verify.Same(
        Ran.Vector, Containers.Immutable, (x, r) => Containers.Immutable(x, r), n => (Data.Of<int>(n).ToImmutableArray(), new int[n]));

    [Fact]
    public void ForeachImmutable() => Verify.Same(
        Ran.Vector, Containers.ForeachImmutable, x => Containers.ForeachImmutable(x), n => Data.Of<int>(n).ToImmutableArray());

    [Fact]
    public void Matrix() => Verify.Same(
        Ran.Parallel, Containers.Matrix, (x, factor) => Containers.Matrix(x, factor), n => (Data.Matrix<double>(n, n + 3), 0.5), Sizes.Sides);

    [Fact]
    public void MatrixWithOtherBounds() => Verify.Same(
        Ran.Anything,
        Containers.Matrix,
        (x, factor) => Containers.Matrix(x, factor),
        n => ((double[,])System.Array.CreateInstance(typeof(double), [n, n], [2, -1]), 0.5),
        [1, 4, 40]);

    [Fact]
    public void ForeachMatrix() => Verify.Same(
        Ran.Anything, Containers.ForeachMatrix, x => Containers.ForeachMatrix(x), n => Data.Matrix<double>(n, n + 1), Sizes.Sides);

    [Fact]
    public void Cube() => Verify.Same(Ran.Parallel, Containers.Cube, x => Containers.Cube(x), n => new int[n, 3, n + 1], [0, 1, 2, 5, 8, 17, 33]);

    [Fact]
    public void Row() => Verify.Same(
        Ran.Vector, Containers.Row, (x, row, r) => Containers.Row(x, row, r), n => (Data.Matrix<float>(3, n), 1, new float[n]));

    [Fact]
    public void Column() => Verify.Same(
        Ran.Parallel, Containers.Column, (x, column, r) => Containers.Column(x, column, r), n => (Data.Matrix<float>(n, 3), 2, new float[n]));

    [Fact]
    public void Jagged() => Verify.Same(Ran.Parallel, Containers.Jagged, x => Containers.Jagged(x), n => Data.Rows<int>(n, 9), Sizes.Sides);

    [Fact]
    public void JaggedWithOneRowTwice() => Verify.Same(
        Ran.Anything,
        Containers.Jagged,
        x => Containers.Jagged(x),
        n =>
        {
            var rows = Data.Rows<int>(n, 70);
            if (n > 2)
                rows[n - 1] = rows[n / 2];
            return rows;
        },
        Sizes.Sides);

    [Fact]
    public void JaggedWithoutOneRow() => Verify.Same(
        Ran.Anything,
        Containers.Jagged,
        x => Containers.Jagged(x),
        n =>
        {
            var rows = Data.Rows<int>(n, 70);
            if (n > 0)
                rows[n / 2] = null!;
            return rows;
        },
        Sizes.Sides);

    [Fact]
    public void JaggedRows() => Verify.Same(
        Ran.Parallel, Containers.JaggedRows, (x, sums) => Containers.JaggedRows(x, sums), n => (Data.Rows<int>(n, 40), new int[n]), Sizes.Few);

    [Fact]
    public void JaggedToJagged() => Verify.Same(
        Ran.Parallel,
        Containers.JaggedToJagged,
        (x, y) => Containers.JaggedToJagged(x, y),
        n => (Data.Rows<float>(n, 30), Data.Rows<float>(n, 29, 50)),
        Sizes.Sides);

    [Fact]
    public void JaggedOntoItself() => Verify.Same(
        Ran.Anything, Containers.JaggedToJagged, (x, y) => Containers.JaggedToJagged(x, y), n => Twice(Data.Rows<float>(n, 30)), Sizes.Sides);

    [Fact]
    public void JaggedWithRowsExchanged() => Verify.Same(
        Ran.Anything,
        Containers.JaggedToJagged,
        (x, y) => Containers.JaggedToJagged(x, y),
        n =>
        {
            var rows = Data.Rows<float>(n, 30).Select(row => row.AsSpan(0, 30).ToArray()).ToArray();
            return (rows, rows.Reverse().ToArray());
        },
        Sizes.Sides);

    [Fact]
    public void AsSpan() => Verify.Same(
        Ran.Vector, Containers.AsSpan, (x, start, length) => Containers.AsSpan(x, start, length), n => (Data.Of<int>(n + 4), 2, n));

    [Fact]
    public void Stackalloc() => Verify.Same(
        Ran.Anything, Containers.Stackalloc, (x, r) => Containers.Stackalloc(x, r), n => (Data.Of<int>(n), new int[n]));

    [Fact]
    public void NewArray() => Verify.Same(Ran.Parallel, Containers.NewArray, x => Containers.NewArray(x), n => Data.Of<int>(n));

    [Fact]
    public void Gather() => Verify.Same(
        Ran.Parallel, Containers.Gather, (x, order, r) => Containers.Gather(x, order, r), n => (Data.Of<int>(n), Data.Small<int>(n, n), new int[n]));

    [Fact]
    public void GatherOutOfRange() => Verify.Same(
        Ran.Anything, Containers.Gather, (x, order, r) => Containers.Gather(x, order, r), n => (Data.Of<int>(n), Data.Small<int>(n, n + 2), new int[n]));

    [Fact]
    public void GatherFromItself() => Verify.Same(
        Ran.Anything,
        Containers.Gather,
        (x, order, r) => Containers.Gather(x, order, r),
        n =>
        {
            var x = Data.Of<int>(n);
            return (x, Data.Small<int>(n, n), x);
        });

    [Fact]
    public void Scatter() => Verify.Same(
        Ran.Sequential, Containers.Scatter, (x, order, r) => Containers.Scatter(x, order, r), n => (Data.Of<int>(n), Data.Small<int>(n, n), new int[n]));

    [Fact]
    public void Array() => Verify.Same(
        Ran.Anything, Containers.Array, (x, r) => Containers.Array(x, r), n => ((Array)Data.Of<int>(n), new int[n]), Sizes.Few);

    [Fact]
    public void Enumerable() => Verify.Same(
        Ran.Anything, Containers.Enumerable, x => Containers.Enumerable(x), n => (IEnumerable<int>)Data.Of<int>(n), Sizes.Few);

    [Fact]
    public void Interface() => Verify.Same(
        Ran.Anything, Containers.Interface, x => Containers.Interface(x), n => (IList<int>)Data.Of<int>(n), Sizes.Few);

    private static (T, T) Twice<T>(T value) => (value, value);
}
