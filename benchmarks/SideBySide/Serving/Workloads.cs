using System.Numerics.Tensors;
using AutoParallel;
using AutoParallel.CompilerServices;
using Gallery.Kernels;

namespace SideBySide.Serving;

/// <summary>The kernels in C#, in one of three ways.</summary>
internal static unsafe class Workloads
{
    private const int Limit = 256;

    /// <summary>Makes the data of a kernel; null if there is none of that name in that way.</summary>
    /// <param name="way">One of <see cref="Peers.PeerNames"/>.</param>
    /// <param name="kernel">The name of the kernel.</param>
    /// <param name="size">Elements, or the side of a square picture.</param>
    public static Workload? Prepare(string way, string kernel, int size) => kernel switch
    {
        "empty" => Empty(way),
        "saxpy" => Saxpy(way, size),
        "saxpy-one-thread" => Saxpy(way + "-one-thread", size),
        "dot" => Dot(way, size),
        "mandelbrot" => Mandelbrot(way, size),
        "black-scholes" => BlackScholes(way, size),
        _ => ScoreboardWorkloads.Prepare(way, kernel, size),
    };

    /// <summary>A region that is said to be worth every worker, but does nothing.</summary>
    private static Workload? Empty(string way)
    {
        var body = default(EmptyBody);
        int workers = Workers.Count;
        var options = new RegionOptions(Schedule.Static, 1, 0, 1e6, 1);
        return Choose(
            way,
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Region.Run(ref body, workers, in options);
            },
            null,
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Parallel.For(0, workers, static _ => { });
            },
            () => 0);
    }

    private static Workload? Saxpy(string way, int size)
    {
        float[] x = Samples.Floats(size, 1, -1, 1);
        float[] y = Samples.Floats(size, 2, -1, 1);
        delegate*<float, float[], float[], void> sequential = &Vectors.Saxpy;
        Action<int> ours = repeats =>
        {
            for (int r = 0; r < repeats; r++)
                Vectors.Saxpy(0.5f, x, y);
        };
        if (way == "ours-one-thread")
        {
            return new Workload(
                repeats =>
                {
                    using (Workers.Limit(1))
                        ours(repeats);
                },
                () => y.Sum(v => (double)v));
        }

        return Choose(
            way,
            ours,
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    sequential(0.5f, x, y);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    ByHand.Saxpy(0.5f, x, y);
            },
            () => y.Sum(v => (double)v),
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    TensorPrimitives.MultiplyAdd(x, 0.5f, y, y);
            });
    }

    private static Workload? Dot(string way, int size)
    {
        double[] x = Samples.Doubles(size, 1, -1, 1);
        double[] y = Samples.Doubles(size, 2, 0, 1);
        double sum = 0;
        delegate*<double[], double[], double> sequential = &Vectors.Dot;
        return Choose(
            way,
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    sum = Vectors.Dot(x, y);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    sum = sequential(x, y);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    sum = ByHand.Dot(x, y);
            },
            () => sum,
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    sum = TensorPrimitives.Dot<double>(x, y);
            });
    }

    private static Workload? Mandelbrot(string way, int side)
    {
        var iterations = new int[side * side];
        delegate*<int[], int, int, int, void> sequential = &Fractals.Mandelbrot;
        return Choose(
            way,
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Fractals.Mandelbrot(iterations, side, side, Limit);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    sequential(iterations, side, side, Limit);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    ByHand.Mandelbrot(iterations, side, side, Limit);
            },
            () => iterations.Sum(n => (double)n));
    }

    private static Workload? BlackScholes(string way, int size)
    {
        float[] spot = Samples.Floats(size, 1, 5, 30);
        float[] strike = Samples.Floats(size, 2, 1, 100);
        float[] years = Samples.Floats(size, 3, 0.25, 10);
        var price = new float[size];
        delegate*<float[], float[], float[], float[], float, float, void> sequential = &Finance.BlackScholes;
        return Choose(
            way,
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Finance.BlackScholes(spot, strike, years, price, 0.02f, 0.3f);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    sequential(spot, strike, years, price, 0.02f, 0.3f);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    ByHand.BlackScholes(spot, strike, years, price, 0.02f, 0.3f);
            },
            () => price.Sum(v => (double)v));
    }

    private static Workload? Choose(
        string way,
        Action<int> ours,
        Action<int>? sequential,
        Action<int> parallelFor,
        Func<double> checksum,
        Action<int>? tensors = null)
    {
        Action<int>? run = way switch
        {
            "ours" => ours,
            "sequential" => sequential,
            "parallel-for" => parallelFor,
            "tensors" => tensors,
            _ => null,
        };
        return run is null ? null : new Workload(run, checksum);
    }
}
