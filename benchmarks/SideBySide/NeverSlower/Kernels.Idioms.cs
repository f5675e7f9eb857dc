using SideBySide.Kernels;
using SideBySide.Serving;

namespace SideBySide.NeverSlower;

/// <content>The kernels that carry something from one iteration to the next, and the sparse product.</content>
internal static unsafe partial class Kernels
{
    private static Pair Histogram(int size)
    {
        byte[] values = Samples.Bytes(size, 1);
        var counts = new int[256];
        delegate*<byte[], int[], void> method = &Idioms.Histogram;
        return new Pair(
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    method(values, counts);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Idioms.Histogram(values, counts);
            });
    }

    private static Pair PrefixSum(int size)
    {
        int[] values = Samples.Integers(size, 1, -100, 101);
        var sums = new int[size];
        delegate*<int[], int[], void> method = &Idioms.PrefixSum;
        return new Pair(
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    method(values, sums);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Idioms.PrefixSum(values, sums);
            });
    }

    private static Pair LargestAt(int size)
    {
        float[] values = Samples.Floats(size, 1, -1, 1);
        delegate*<float[], int> method = &Idioms.LargestAt;
        return new Pair(
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    method(values);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Idioms.LargestAt(values);
            });
    }

    private static Pair Filter(int size) => Filter(size, 0);

    /// <summary>A filter that lets nothing pass, whose branch is always predicted.</summary>
    private static Pair FilterNothing(int size) => Filter(size, 2);

    private static Pair Filter(int size, float least)
    {
        float[] values = Samples.Floats(size, 1, -1, 1);
        var target = new float[size];
        delegate*<float[], float, float[], int> method = &Idioms.Filter;
        return new Pair(
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    method(values, least, target);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Idioms.Filter(values, least, target);
            });
    }

    /// <summary>The size is the number of elements, of which each row has ten.</summary>
    private static Pair Sparse(int size)
    {
        const int InRow = 10;
        int rows = size / InRow;
        int[] start = [.. Enumerable.Range(0, rows + 1).Select(row => InRow * row)];
        int[] column = Samples.Integers(InRow * rows, 1, 0, Math.Max(1, rows));
        double[] value = Samples.Doubles(InRow * rows, 2, 0, 1);
        double[] vector = Samples.Doubles(rows, 3, 0, 1);
        var product = new double[rows];
        delegate*<int[], int[], double[], double[], double[], void> method = &Products.Sparse;
        return new Pair(
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    method(start, column, value, vector, product);
            },
            repeats =>
            {
                for (int r = 0; r < repeats; r++)
                    Products.Sparse(start, column, value, vector, product);
            });
    }
}
