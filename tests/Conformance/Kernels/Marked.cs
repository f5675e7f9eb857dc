using static AutoParallel.Loops;

namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops marked by hand, and loops with options on the method.</summary>
internal static class Marked
{
    [Parallel]
    public static void Plain(double[] x)
    {
        foreach (int i in Prange(x.Length))
            x[i] = Math.Sqrt(x[i]) + i;
    }

    [Parallel]
    public static void StartEndStep(int[] x, int start, int end, int step)
    {
        foreach (int i in Prange(start, end, step))
            x[i] = x[i] * 3 + i;
    }

    [Parallel]
    public static void Long(long[] x, long start)
    {
        foreach (long i in Prange(start, x.LongLength))
            x[i] += i * i;
    }

    [Parallel]
    public static void Dynamic(double[,] image)
    {
        foreach (int y in Prange(0, image.GetLength(0), schedule: Schedule.Dynamic, chunkSize: 8))
        {
            for (int x = 0; x < image.GetLength(1); x++)
                image[y, x] = Math.Sqrt(image[y, x]);
        }
    }

    [Parallel]
    public static void Guided(int[] x, int chunk)
    {
        foreach (int i in Prange(0, x.Length, schedule: Schedule.Guided, chunkSize: chunk))
            x[i] = Steps(x[i]);
    }

    [Parallel]
    public static void StaticChunks(int[] x, int chunk, int workers)
    {
        foreach (int i in Prange(x.Length, Schedule.Static, chunk, workers))
            x[i] = Steps(x[i]);
    }

    [Parallel]
    public static float Sum(float[] x)
    {
        float sum = 0;
        foreach (int i in Prange(x.Length))
            sum += x[i];
        return sum;
    }

    [Parallel]
    public static void OnlyInner(int[][] x)
    {
        for (int row = 0; row < x.Length; row++)
        {
            foreach (int i in Prange(x[row].Length))
                x[row][i] += row;
        }
    }

    [Parallel]
    public static void OnlyInnerOfLocal(int[][] x)
    {
        for (int row = 0; row < x.Length; row++)
        {
            int[] line = x[row];
            foreach (int i in Prange(line.Length))
                line[i] += row;
        }
    }

    [Parallel]
    public static void MarkedAndRacing(int[] x)
    {
        foreach (int i in Prange(1, x.Length))
            x[i] += x[i - 1];
    }

    [Parallel]
    public static void MarkedAmongOthers(int[] x, int[] y)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] += 1;
        foreach (int i in Prange(y.Length))
            y[i] -= 1;
    }

    [Parallel(Schedule = Schedule.Dynamic, ChunkSize = 3)]
    public static void MethodDynamic(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = Steps(x[i]);
    }

    [Parallel(Schedule = Schedule.Static, ChunkSize = 5, MaxWorkers = 2)]
    public static void MethodStatic(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = Steps(x[i]);
    }

    [Parallel(Schedule = Schedule.Guided)]
    public static void MethodGuided(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = Steps(x[i]);
    }

    [Parallel(Vectorize = false)]
    public static void WithoutVectors(float[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] * 2 + 1;
    }

    [Parallel(Vectorize = false)]
    public static float SumWithoutVectors(float[] x)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    [Parallel(Required = true)]
    public static void Required(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = -x[i];
    }

    [Parallel(MaxWorkers = 1)]
    public static void OneWorker(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = Steps(x[i]);
    }

    /// <summary>Enough work for a chunk to be worth a worker.</summary>
    private static int Steps(int value)
    {
        var state = (uint)value;
        for (var step = 0; step < 20; step++)
            state = (state * 1664525) + 1013904223;
        return (int)state;
    }
}
