namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops over rows of arrays of arrays, which may be one array, or parts of which may be given as spans.</summary>
internal static class RowKernels
{
    [Parallel]
    public static void FromSpan(int[][] rows, ReadOnlySpan<int> source)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < rows[i].Length; j++)
                rows[i][j] += source[j] * i;
        }
    }

    [Parallel]
    public static void IntoSpan(int[][] rows, Span<int> target)
    {
        for (int i = 0; i < rows.Length; i++)
            target[i] = rows[i][0] + rows[i][1] * 3;
    }

    [Parallel]
    public static void Columns(int[][] rows, int columns)
    {
        for (int j = 0; j < columns; j++)
        {
            for (int i = 0; i < rows.Length; i++)
                rows[i][j] = rows[i][j] * 3 + i;
        }
    }

    [Parallel]
    public static void Pairs(int[][] rows)
    {
        for (int i = 0; i < rows.Length / 2; i++)
        {
            for (int j = 0; j < rows[2 * i].Length; j++)
                rows[2 * i][j] += rows[2 * i + 1][j];
        }
    }

    [Parallel]
    public static void FromNext(int[][] target, int[][] source)
    {
        for (int i = 0; i < target.Length - 1; i++)
        {
            for (int j = 0; j < target[i].Length; j++)
                target[i][j] = source[i + 1][j] - 1;
        }
    }

    [Parallel]
    public static void Replaced(int[][] rows, int[][] others)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = others[i / 2];
            rows[i][0] = rows[i][0] * 3 + i;
        }
    }
}
