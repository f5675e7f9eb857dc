/// <summary>Arguments: small whole numbers, so that sums of them have no rounding errors.</summary>
static class Data
{
    public static double[] Doubles(int count) => Enumerable.Range(0, count).Select(k => (double)Value(k)).ToArray();

    public static int[] Integers(int count) => Enumerable.Range(0, count).Select(Value).ToArray();

    public static double[,] Table(int rows, int columns)
    {
        var table = new double[rows, columns];
        for (int k = 0; k < table.Length; k++)
            table[k / columns, k % columns] = Value(k);
        return table;
    }

    public static int[,] Integers(int rows, int columns)
    {
        var table = new int[rows, columns];
        for (int k = 0; k < table.Length; k++)
            table[k / columns, k % columns] = Value(k);
        return table;
    }

    /// <summary>Two columns of row numbers below <paramref name="end"/>.</summary>
    public static int[,] Pairs(int rows, int end)
    {
        var pairs = new int[rows, 2];
        for (int k = 0; k < pairs.Length; k++)
            pairs[k / 2, k % 2] = k * 7 % end;
        return pairs;
    }

    public static double[][] Rows(int rows, int columns) => Enumerable.Range(0, rows).Select(_ => Doubles(columns)).ToArray();

    private static int Value(int k) => k * 7 % 11 - 4;
}
