using System.Collections.Immutable;

namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops over everything that has elements by number.</summary>
internal static class Containers
{
    [Parallel]
    public static void Span(Span<float> x, float factor)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] *= factor;
    }

    [Parallel]
    public static float ReadOnlySpan(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        float largest = 0;
        for (int i = 0; i < x.Length; i++)
            largest = MathF.Max(largest, x[i] - y[i]);
        return largest;
    }

    [Parallel]
    public static void SpanToSpan(ReadOnlySpan<int> source, Span<int> target)
    {
        for (int i = 0; i < source.Length; i++)
            target[i] = source[i] * 3 + 1;
    }

    [Parallel]
    public static long ForeachSpan(ReadOnlySpan<long> x)
    {
        long bits = 0;
        foreach (long value in x)
            bits ^= value;
        return bits;
    }

    [Parallel]
    public static void ForeachRefSpan(Span<int> x)
    {
        foreach (ref int value in x)
            value = value * 2 + 1;
    }

    [Parallel]
    public static void Memory(Memory<double> x, ReadOnlyMemory<double> y)
    {
        for (int i = 0; i < x.Length; i++)
            x.Span[i] = x.Span[i] * 0.5 + y.Span[i];
    }

    [Parallel]
    public static void MemoryThroughLocal(Memory<double> x, double value)
    {
        Span<double> span = x.Span;
        for (int i = 0; i < span.Length; i++)
            span[i] = span[i] - value;
    }

    [Parallel]
    public static void List(List<int> x, List<int> y)
    {
        for (int i = 0; i < x.Count; i++)
            x[i] = x[i] + y[i];
    }

    [Parallel]
    public static int ForeachList(List<int> x)
    {
        int sum = 0;
        foreach (int value in x)
            sum += value;
        return sum;
    }

    [Parallel]
    public static void Immutable(ImmutableArray<int> x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = -x[i];
    }

    [Parallel]
    public static int ForeachImmutable(ImmutableArray<int> x)
    {
        int largest = int.MinValue;
        foreach (int value in x)
        {
            if (value > largest)
                largest = value;
        }

        return largest;
    }

    [Parallel]
    public static void Matrix(double[,] x, double factor)
    {
        for (int row = 0; row < x.GetLength(0); row++)
        {
            for (int column = 0; column < x.GetLength(1); column++)
                x[row, column] = x[row, column] * factor + 1;
        }
    }

    [Parallel]
    public static double ForeachMatrix(double[,] x)
    {
        double largest = 0;
        foreach (double value in x)
            largest = Math.Max(largest, value);
        return largest;
    }

    [Parallel]
    public static void Cube(int[,,] x)
    {
        for (int i = 0; i < x.GetLength(0); i++)
        {
            for (int j = 0; j < x.GetLength(1); j++)
            {
                for (int k = 0; k < x.GetLength(2); k++)
                    x[i, j, k] = i * 100 + j * 10 + k - x[i, j, k];
            }
        }
    }

    [Parallel]
    public static void Row(float[,] x, int row, float[] result)
    {
        for (int column = 0; column < x.GetLength(1); column++)
            result[column] = x[row, column] * 2;
    }

    [Parallel]
    public static void Column(float[,] x, int column, float[] result)
    {
        for (int row = 0; row < x.GetLength(0); row++)
            result[row] = x[row, column] * 2;
    }

    [Parallel]
    public static void Jagged(int[][] x)
    {
        for (int row = 0; row < x.Length; row++)
        {
            for (int column = 0; column < x[row].Length; column++)
                x[row][column] = x[row][column] * 3 + row;
        }
    }

    [Parallel]
    public static void JaggedRows(int[][] x, int[] sums)
    {
        for (int row = 0; row < x.Length; row++)
        {
            int[] line = x[row];
            int sum = 0;
            foreach (int value in line)
                sum += value;
            sums[row] = sum;
        }
    }

    [Parallel]
    public static void JaggedToJagged(float[][] source, float[][] target)
    {
        for (int row = 0; row < target.Length; row++)
        {
            for (int column = 0; column < target[row].Length; column++)
                target[row][column] = MathF.Sqrt(MathF.Abs(source[row][column]));
        }
    }

    [Parallel]
    public static void AsSpan(int[] x, int start, int length)
    {
        Span<int> part = x.AsSpan(start, length);
        for (int i = 0; i < part.Length; i++)
            part[i] = ~part[i];
    }

    [Parallel]
    public static void Stackalloc(int[] x, int[] result)
    {
        Span<int> table = stackalloc int[16];
        for (int i = 0; i < table.Length; i++)
            table[i] = i * i;
        for (int i = 0; i < x.Length; i++)
            result[i] = table[x[i] & 15];
    }

    [Parallel]
    public static int[] NewArray(int[] x)
    {
        var result = new int[x.Length];
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] / 2;
        return result;
    }

    [Parallel]
    public static void Gather(int[] x, int[] order, int[] result)
    {
        for (int i = 0; i < order.Length; i++)
            result[i] = x[order[i]];
    }

    [Parallel]
    public static void Scatter(int[] x, int[] order, int[] result)
    {
        for (int i = 0; i < order.Length; i++)
            result[order[i]] = x[i];
    }

    [Parallel]
    public static void Array(Array x, int[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (int)x.GetValue(i)! + 1;
    }

    [Parallel]
    public static int Enumerable(IEnumerable<int> x)
    {
        int sum = 0;
        foreach (int value in x)
            sum += value;
        return sum;
    }

    [Parallel]
    public static void Interface(IList<int> x)
    {
        for (int i = 0; i < x.Count; i++)
            x[i] = x[i] * 2;
    }
}
