using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Loops in loops: the outer one parallel, the inner one, both, or neither.</summary>
public sealed class NestTests
{
    /// <summary>Each sum belongs to one row and keeps the sequential order, or has the bits of the tree, for any number of workers.</summary>
    [Fact]
    public void MatrixVector()
    {
        foreach (var side in Sizes.Sides)
        {
            var (matrix, vector) = (Ordinary(side, side + 5), Data.Ordinary<double>(side + 5));
            var expected = new double[side];
            Action<double[,], double[], double[]> sequential = Nests.MatrixVector;
            sequential(matrix, vector, expected);
            var first = new double[side];
            foreach (var workers in Verify.WorkerCounts)
            {
                using var limit = Workers.Limit(workers);
                var product = new double[side];
                Nests.MatrixVector(matrix, vector, product);
                for (var row = 0; row < side; row++)
                {
                    var terms = Enumerable.Range(0, side + 5).Select(column => (matrix[row, column], vector[column]));
                    Exact.Dot(terms).AssertReaches(product[row], expected[row], $"row {row} of {side}, {workers} workers");
                }

                if (workers == 1)
                    first = product;
                Assert.Equal(Bits.Of(first), Bits.Of(product));
            }

            ResultLog.Add(Bits.Of(first));
        }
    }

    [Fact]
    public void MatrixProduct() => Verify.Same(
        Ran.Parallel,
        Nests.MatrixProduct,
        (a, b, c) => Nests.MatrixProduct(a, b, c),
        n => (Data.Matrix<int>(n, n + 2), Data.Matrix<int>(n + 2, n + 1), new int[n, n + 1]),
        [0, 1, 2, 3, 7, 16, 33]);

    [Fact]
    public void MatrixProductOntoItself() => Verify.Same(
        Ran.Anything,
        Nests.MatrixProduct,
        (a, b, c) => Nests.MatrixProduct(a, b, c),
        n =>
        {
            var matrix = Data.Matrix<int>(n, n);
            return (matrix, matrix, matrix);
        },
        [1, 2, 3, 7, 16, 33]);

    [Fact]
    public void Flattened() => Verify.Same(
        Ran.Parallel,
        Nests.Flattened,
        (image, width, height, gain) => Nests.Flattened(image, width, height, gain),
        n => (Data.Of<float>(n * (n + 1)), n + 1, n, 1.5f),
        Sizes.Sides);

    [Fact]
    public void FlattenedBeyondTheEnd() => Verify.Same(
        Ran.Anything,
        Nests.Flattened,
        (image, width, height, gain) => Nests.Flattened(image, width, height, gain),
        n => (Data.Of<float>(Math.Max(0, (n * n) - 1)), n, n, 1.5f),
        Sizes.Sides);

    /// <summary>A negative width: no inner iteration.</summary>
    [Fact]
    public void FlattenedWithNegativeWidth() => Verify.Same(
        Ran.Anything,
        Nests.Flattened,
        (image, width, height, gain) => Nests.Flattened(image, width, height, gain),
        n => (Data.Of<float>(n), -n, n, 1.5f),
        Sizes.Few);

    [Fact]
    public void Transpose() => Verify.Same(
        Ran.Parallel, Nests.Transpose, (x, y) => Nests.Transpose(x, y), n => (Data.Matrix<int>(n, n + 3), new int[n + 3, n]), Sizes.Sides);

    [Fact]
    public void TransposeOntoItself() => Verify.Same(
        Ran.Anything, Nests.Transpose, (x, y) => Nests.Transpose(x, y), n => Twice(Data.Matrix<int>(n, n)), Sizes.Sides);

    [Fact]
    public void Jacobi() => Verify.Same(
        Ran.Parallel, Nests.Jacobi, (x, y) => Nests.Jacobi(x, y), n => (Data.Matrix<double>(n, n + 2), new double[n, n + 2]), Sizes.Sides);

    [Fact]
    public void JacobiOntoItself() => Verify.Same(
        Ran.Anything, Nests.Jacobi, (x, y) => Nests.Jacobi(x, y), n => Twice(Data.Matrix<double>(n, n + 2)), Sizes.Sides);

    [Fact]
    public void Sweeps() => Verify.Same(
        Ran.Parallel,
        Nests.Sweeps,
        (a, b, sweeps) => Nests.Sweeps(a, b, sweeps),
        n => (Data.Matrix<float>(n, n + 2), new float[n, n + 2], 3),
        Sizes.Sides);

    [Fact]
    public void GaussSeidel() => Verify.Same(
        Ran.Sequential, Nests.GaussSeidel, x => Nests.GaussSeidel(x), n => Data.Matrix<double>(n, n + 1), Sizes.Sides);

    [Fact]
    public void RowsDependOnRows() => Verify.Same(
        Ran.Parallel, Nests.RowsDependOnRows, x => Nests.RowsDependOnRows(x), n => Data.Matrix<double>(n, n + 1), Sizes.Sides);

    [Fact]
    public void PrefixOfEachRow() => Verify.Same(
        Ran.Parallel, Nests.PrefixOfEachRow, x => Nests.PrefixOfEachRow(x), n => Data.Matrix<int>(n, n + 1), Sizes.Sides);

    [Fact]
    public void Triangle() => Verify.Same(Ran.Parallel, Nests.Triangle, x => Nests.Triangle(x), n => Data.Of<int>(n), Sizes.Sides);

    [Fact]
    public void LowerTriangle() => Verify.Same(Ran.Parallel, Nests.LowerTriangle, x => Nests.LowerTriangle(x), n => new int[n, n], Sizes.Sides);

    [Fact]
    public void OverlappingWindows() => Verify.Same(
        Ran.Parallel,
        Nests.OverlappingWindows,
        (x, r, width) => Nests.OverlappingWindows(x, r, width),
        n => (Data.Of<int>(n), new int[n], 5),
        Sizes.Few);

    [Fact]
    public void OverlappingWindowsOntoItself() => Verify.Same(
        Ran.Anything,
        Nests.OverlappingWindows,
        (x, r, width) => Nests.OverlappingWindows(x, r, width),
        n =>
        {
            var x = Data.Of<int>(n);
            return (x, x, 5);
        },
        Sizes.Few);

    [Fact]
    public void OverlappingBlocks() => Verify.Same(
        Ran.Anything,
        Nests.OverlappingBlocks,
        (x, stride, width) => Nests.OverlappingBlocks(x, stride, width),
        n => (Data.Of<int>(n), 4, 5));

    [Fact]
    public void DisjointBlocks() => Verify.Same(
        Ran.Anything,
        Nests.OverlappingBlocks,
        (x, stride, width) => Nests.OverlappingBlocks(x, stride, width),
        n => (Data.Of<int>(n), 5, 5));

    [Fact]
    public void Histogram() => Verify.Same(
        Ran.Anything, Nests.Histogram, (x, counts) => Nests.Histogram(x, counts), n => (Data.Of<byte>(n), new int[256]));

    [Fact]
    public void HistogramOfRows() => Verify.Same(
        Ran.Anything,
        Nests.HistogramOfRows,
        (x, counts) => Nests.HistogramOfRows(x, counts),
        n => (Data.Rows<byte>(n, 60), Enumerable.Range(0, n).Select(_ => new int[256]).ToArray()),
        Sizes.Sides);

    [Fact]
    public void HistogramOfRowsInOneTable() => Verify.Same(
        Ran.Anything,
        Nests.HistogramOfRows,
        (x, counts) => Nests.HistogramOfRows(x, counts),
        n => (Data.Rows<byte>(n, 60), Enumerable.Repeat(new int[256], n).ToArray()),
        Sizes.Sides);

    [Fact]
    public void SumOfMatrix() => Verify.Reduction(
        Ran.Parallel, Nests.SumOfMatrix, x => Nests.SumOfMatrix(x), n => Ordinary(n, n + 1), x => Exact.Sum(x.Cast<double>()), Sizes.Sides);

    [Fact]
    public void Greyscale() => Verify.Same(
        Ran.Parallel, Nests.Greyscale, (rgb, grey) => Nests.Greyscale(rgb, grey), n => (Data.Of<byte>(3 * n), new byte[n]));

    [Fact]
    public void GreyscaleOntoItself() => Verify.Same(
        Ran.Anything, Nests.Greyscale, (rgb, grey) => Nests.Greyscale(rgb, grey), n => Twice(Data.Of<byte>(n)), Sizes.Few);

    [Fact]
    public void Blur() => Verify.Same(
        Ran.Parallel,
        Nests.Blur,
        (source, target, width, height, radius) => Nests.Blur(source, target, width, height, radius),
        n => (Data.Of<byte>(n * n), new byte[n * n], n, n, 2),
        Sizes.Sides);

    [Fact]
    public void Distances() => Verify.Same(
        Ran.Parallel,
        Nests.Distances,
        (x, y, r) => Nests.Distances(x, y, r),
        n => (Data.Of<float>(n), Data.Of<float>(n, 2), new float[n, n]),
        Sizes.Sides);

    [Fact]
    public void PrivateArray() => Verify.Same(
        Ran.Anything, Nests.PrivateArray, (x, r) => Nests.PrivateArray(x, r), n => (Data.Of<int>(n), new int[n]), Sizes.Few);

    [Fact]
    public void SharedScratch() => Verify.Same(
        Ran.Anything,
        Nests.SharedScratch,
        (x, scratch, r) => Nests.SharedScratch(x, scratch, r),
        n => (Data.Of<int>(n), new int[20], new int[n]),
        Sizes.Few);

    private static (T, T) Twice<T>(T value) => (value, value);

    private static double[,] Ordinary(int rows, int columns)
    {
        var matrix = new double[rows, columns];
        for (var i = 0; i < matrix.Length; i++)
            matrix[i / columns, i % columns] = Data.Ordinary<double>(1, i + 1)[0];
        return matrix;
    }
}
