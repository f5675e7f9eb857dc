using System.Numerics.Tensors;
using Gallery.Kernels;
using SideBySide.Kernels;
using SideBySide.Peers;

namespace SideBySide.Serving;

/// <summary>The kernels that only the scoreboard has, in C#.</summary>
internal static class ScoreboardWorkloads
{
    /// <summary>Makes the data of a kernel; null if there is none of that name in that way.</summary>
    /// <param name="way">One of <see cref="PeerNames"/>.</param>
    /// <param name="kernel">The name of the kernel.</param>
    /// <param name="size">Elements, rows, or the side of a square.</param>
    public static Workload? Prepare(string way, string kernel, int size) => Ways(kernel, size) is { } ways ? ways.Choose(way) : null;

    private static WorkloadWays? Ways(string kernel, int size) => kernel switch
    {
        "squares" => Squares(size),
        "n-body" => NBody(size),
        "matrix-product" => MatrixProduct(size),
        "jacobi" => Jacobi(size),
        "sparse" => Sparse(size),
        "histogram" => Histogram(size),
        "prefix-sum" => PrefixSum(size),
        "argmax" => LargestAt(size),
        "filter" => Filter(size),
        "monte-carlo" => MonteCarlo(size),
        "collatz" => Collatz(size),
        "greyscale" => Greyscale(size),
        "word-count" => WordCount(size),
        _ => null,
    };

    private static WorkloadWays Squares(int size)
    {
        int[] values = Samples.Integers(size, 1, -1e6, 1e6);
        long sum = 0;
        Func<int[], long> sequential = Vectors.SumOfSquares;
        return new WorkloadWays(
            () => sum = Vectors.SumOfSquares(values),
            () => sum = sequential(values),
            () => sum = ByHand.SumOfSquares(values),
            () => sum);
    }

    private static WorkloadWays NBody(int size)
    {
        var now = new Bodies(size);
        var next = new Bodies(size);
        double[][] fields = [now.X, now.Y, now.Z, now.SpeedX, now.SpeedY, now.SpeedZ];
        for (int field = 0; field < fields.Length; field++)
            Samples.Doubles(size, field, -1, 1).CopyTo(fields[field], 0);
        Samples.Doubles(size, fields.Length, 0, 1).CopyTo(now.Mass, 0);
        Action<Bodies, Bodies, double> sequential = Physics.Attract;
        double[][] results = [next.X, next.Y, next.Z, next.SpeedX, next.SpeedY, next.SpeedZ];
        return new WorkloadWays(
            () => Physics.Attract(now, next, 1e-3),
            () => sequential(now, next, 1e-3),
            () => ByHand.Attract(now, next, 1e-3),
            () => results.Sum(field => field.Sum(Math.Abs)));
    }

    private static WorkloadWays MatrixProduct(int side)
    {
        double[,] left = Samples.Square(side, 1, 0, 1);
        double[,] right = Samples.Square(side, 2, 0, 1);
        var product = new double[side, side];
        Action<double[,], double[,], double[,]> sequential = Products.Dense;
        return new WorkloadWays(
            () => Products.Dense(left, right, product),
            () => sequential(left, right, product),
            () => ByHand.Dense(left, right, product),
            () => product.Cast<double>().Sum());
    }

    private static WorkloadWays Jacobi(int side)
    {
        double[,] now = Samples.Square(side, 1, 0, 1);
        var next = new double[side, side];
        Action<double[,], double[,]> sequential = Physics.Jacobi;
        return new WorkloadWays(
            () => Physics.Jacobi(now, next),
            () => sequential(now, next),
            () => ByHand.Jacobi(now, next),
            () => next.Cast<double>().Sum());
    }

    private static WorkloadWays Sparse(int rows)
    {
        int[] lengths = Samples.Integers(rows, 3, 8, 25);
        var start = new int[rows + 1];
        for (int row = 0; row < rows; row++)
            start[row + 1] = start[row] + lengths[row];
        int[] column = Samples.Integers(start[rows], 4, 0, rows);
        double[] value = Samples.Doubles(start[rows], 1, 0, 1);
        double[] vector = Samples.Doubles(rows, 2, 0, 1);
        var product = new double[rows];
        Action<int[], int[], double[], double[], double[]> sequential = Products.Sparse;
        return new WorkloadWays(
            () => Products.Sparse(start, column, value, vector, product),
            () => sequential(start, column, value, vector, product),
            () => ByHand.Sparse(start, column, value, vector, product),
            () => product.Sum());
    }

    private static WorkloadWays Histogram(int size)
    {
        byte[] values = Samples.Bytes(size, 1);
        var counts = new int[256];
        Action<byte[], int[]> sequential = Idioms.Histogram;
        return new WorkloadWays(
            () => Idioms.Histogram(values, counts),
            () => sequential(values, counts),
            () => ByHand.Histogram(values, counts),
            () => counts.Select((count, b) => (double)count * b).Sum());
    }

    private static WorkloadWays PrefixSum(int size)
    {
        int[] values = Samples.Integers(size, 1, -100, 101);
        var sums = new int[size];
        Action<int[], int[]> sequential = Idioms.PrefixSum;
        return new WorkloadWays(
            () => Idioms.PrefixSum(values, sums),
            () => sequential(values, sums),
            () => ByHand.PrefixSum(values, sums),
            () => sums.Sum(sum => (double)sum));
    }

    private static WorkloadWays LargestAt(int size)
    {
        float[] values = Samples.Floats(size, 1, -1, 1);
        int place = 0;
        Func<float[], int> sequential = Idioms.LargestAt;
        return new WorkloadWays(
            () => place = Idioms.LargestAt(values),
            () => place = sequential(values),
            () => place = ByHand.LargestAt(values),
            () => place)
        {
            Tensors = () => place = TensorPrimitives.IndexOfMax(values),
        };
    }

    private static WorkloadWays Filter(int size)
    {
        float[] values = Samples.Floats(size, 1, -1, 1);
        var target = new float[size];
        int count = 0;
        Func<float[], float, float[], int> sequential = Idioms.Filter;
        return new WorkloadWays(
            () => count = Idioms.Filter(values, 0.25f, target),
            () => count = sequential(values, 0.25f, target),
            () => count = ByHand.Filter(values, 0.25f, target),
            () => count + target.Take(count).Sum(value => (double)value));
    }

    private static WorkloadWays MonteCarlo(int size)
    {
        long inside = 0;
        Func<int, ulong, long> sequential = Finance.PointsInCircle;
        return new WorkloadWays(
            () => inside = Finance.PointsInCircle(size, 42),
            () => inside = sequential(size, 42),
            () => inside = ByHand.PointsInCircle(size, 42),
            () => inside);
    }

    private static WorkloadWays Collatz(int size)
    {
        var steps = new int[size];
        Action<int[]> sequential = Fractals.Collatz;
        return new WorkloadWays(
            () => Fractals.Collatz(steps),
            () => sequential(steps),
            () => ByHand.Collatz(steps),
            () => steps.Sum(step => (double)step));
    }

    private static WorkloadWays Greyscale(int size)
    {
        byte[] rgb = Samples.Bytes(3 * size, 1);
        var grey = new byte[size];
        Action<byte[], byte[]> sequential = Photographs.Greyscale;
        return new WorkloadWays(
            () => Photographs.Greyscale(rgb, grey),
            () => sequential(rgb, grey),
            () => ByHand.Greyscale(rgb, grey),
            () => grey.Sum(value => (double)value));
    }

    private static WorkloadWays WordCount(int size)
    {
        var lines = new string[size];
        for (int i = 0; i < size; i++)
            lines[i] = new string((i % 3) switch { 0 => "the loop, carried", 1 => "a dependence of distance 1", _ => "" });
        int words = 0;
        Func<string[], int> sequential = Texts.CountWords;
        return new WorkloadWays(
            () => words = Texts.CountWords(lines),
            () => words = sequential(lines),
            () => words = ByHand.CountWords(lines),
            () => words);
    }
}
