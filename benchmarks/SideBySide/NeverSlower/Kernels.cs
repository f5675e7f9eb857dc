using Gallery.Kernels;
using SideBySide.Serving;

namespace SideBySide.NeverSlower;

/// <summary>The kernels of the gallery and of the scoreboard at any size; where a kernel works on a square, the size is the number of its cells.</summary>
internal static unsafe partial class Kernels
{
    public static readonly IReadOnlyList<(string Name, Func<int, Pair> Prepare)> All =
    [
        ("saxpy", Saxpy),
        ("dot", Dot),
        ("squares", SumOfSquares),
        ("max", Largest),
        ("greyscale", Greyscale),
        ("blur", BoxBlur),
        ("mandelbrot", Mandelbrot),
        ("collatz", Collatz),
        ("jacobi", Jacobi),
        ("n-body", NBody),
        ("matrix-vector", MatrixVector),
        ("black-scholes", BlackScholes),
        ("monte-carlo", MonteCarlo),
        ("word-count", WordCount),
        ("histogram", Histogram),
        ("prefix-sum", PrefixSum),
        ("argmax", LargestAt),
        ("filter", Filter),
        ("filter-none", FilterNothing),
        ("sparse", Sparse),
    ];

    private static Pair Saxpy(int size)
    {
        float[] x = Samples.Floats(size, 1, -1, 1);
        float[] y = Samples.Floats(size, 2, -1, 1);
        delegate*<float, float[], float[], void> method = &Vectors.Saxpy;
        return new Pair(
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    method(0.5f, x, y);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Vectors.Saxpy(0.5f, x, y);
            });
    }

    private static Pair Dot(int size)
    {
        double[] x = Samples.Doubles(size, 1, -1, 1);
        double[] y = Samples.Doubles(size, 2, -1, 1);
        delegate*<double[], double[], double> method = &Vectors.Dot;
        return new Pair(
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    method(x, y);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Vectors.Dot(x, y);
            });
    }

    private static Pair SumOfSquares(int size)
    {
        int[] values = [.. Samples.Doubles(size, 1, -1e6, 1e6).Select(value => (int)value)];
        delegate*<int[], long> method = &Vectors.SumOfSquares;
        return new Pair(
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    method(values);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Vectors.SumOfSquares(values);
            });
    }

    private static Pair Largest(int size)
    {
        float[] values = Samples.Floats(size, 1, -1e6, 1e6);
        delegate*<float[], float> method = &Vectors.Largest;
        return new Pair(
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    method(values);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Vectors.Largest(values);
            });
    }

    private static Pair Greyscale(int size)
    {
        byte[] rgb = [.. Samples.Floats(3 * size, 1, 0, 256).Select(value => (byte)value)];
        var grey = new byte[size];
        delegate*<byte[], byte[], void> method = &Photographs.Greyscale;
        return new Pair(
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    method(rgb, grey);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Photographs.Greyscale(rgb, grey);
            });
    }

    private static Pair BoxBlur(int size)
    {
        const int Radius = 2;
        int side = Side(size);
        byte[] source = [.. Samples.Floats(3 * side * side, 1, 0, 256).Select(value => (byte)value)];
        var scratch = new byte[source.Length];
        var target = new byte[source.Length];
        delegate*<byte[], byte[], byte[], int, int, int, void> method = &Photographs.BoxBlur;
        return new Pair(
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    method(source, scratch, target, side, side, Radius);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Photographs.BoxBlur(source, scratch, target, side, side, Radius);
            });
    }

    private static Pair Mandelbrot(int size)
    {
        int side = Side(size);
        var iterations = new int[side * side];
        delegate*<int[], int, int, int, void> method = &Fractals.Mandelbrot;
        return new Pair(
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    method(iterations, side, side, 256);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Fractals.Mandelbrot(iterations, side, side, 256);
            });
    }

    private static Pair Collatz(int size)
    {
        var steps = new int[size];
        delegate*<int[], void> method = &Fractals.Collatz;
        return new Pair(
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    method(steps);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Fractals.Collatz(steps);
            });
    }

    private static Pair Jacobi(int size)
    {
        int side = Side(size);
        var now = new double[side, side];
        var next = new double[side, side];
        delegate*<double[,], double[,], void> method = &Physics.Jacobi;
        return new Pair(
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    method(now, next);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Physics.Jacobi(now, next);
            });
    }

    private static Pair NBody(int size)
    {
        int count = Side(size);
        var now = new Bodies(count);
        var next = new Bodies(count);
        Samples.Doubles(count, 1, -1, 1).CopyTo(now.X, 0);
        Samples.Doubles(count, 2, -1, 1).CopyTo(now.Y, 0);
        Samples.Doubles(count, 3, 0, 1).CopyTo(now.Mass, 0);
        delegate*<Bodies, Bodies, double, void> method = &Physics.Attract;
        return new Pair(
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    method(now, next, 1e-3);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Physics.Attract(now, next, 1e-3);
            });
    }

    private static Pair MatrixVector(int size)
    {
        int side = Side(size);
        var matrix = new double[side, side];
        double[] vector = Samples.Doubles(side, 1, -1, 1);
        var product = new double[side];
        delegate*<double[,], double[], double[], void> method = &Matrices.Multiply;
        return new Pair(
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    method(matrix, vector, product);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Matrices.Multiply(matrix, vector, product);
            });
    }

    private static Pair BlackScholes(int size)
    {
        float[] spot = Samples.Floats(size, 1, 5, 30);
        float[] strike = Samples.Floats(size, 2, 1, 100);
        float[] years = Samples.Floats(size, 3, 0.25, 10);
        var price = new float[size];
        delegate*<float[], float[], float[], float[], float, float, void> method = &Finance.BlackScholes;
        return new Pair(
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    method(spot, strike, years, price, 0.02f, 0.3f);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Finance.BlackScholes(spot, strike, years, price, 0.02f, 0.3f);
            });
    }

    private static Pair MonteCarlo(int size)
    {
        delegate*<int, ulong, long> method = &Finance.PointsInCircle;
        return new Pair(
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    method(size, 42);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Finance.PointsInCircle(size, 42);
            });
    }

    private static Pair WordCount(int size)
    {
        var lines = new string[size];
        for (int i = 0; i < size; i++)
            lines[i] = (i % 3) switch { 0 => "the loop, carried", 1 => "a dependence of distance 1", _ => "" };
        delegate*<string[], int> method = &Texts.CountWords;
        return new Pair(
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    method(lines);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Texts.CountWords(lines);
            });
    }

    private static int Side(int size) => (int)Math.Sqrt(size);
}
