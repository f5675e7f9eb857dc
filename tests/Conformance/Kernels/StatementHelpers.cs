namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops that leave their work to methods without a value.</summary>
internal static class StatementHelpers
{
    private static void Scale(double[] a, double[] b, int i)
    {
        if (b[i] < 0)
            return;
        a[i] += b[i] * 2;
    }

    private static void Swap(int[] a, int[] b, int i)
    {
        Set(a, i, b[i]);
        Set(b, i, a[i] + 1);
    }

    private static void Set(int[] a, int i, int value) => a[i] = value;

    private static void Add(ref int sum, int value) => sum += value;

    private static int Extend(ref int least, ref int most, int value)
    {
        if (value < least)
            least = value;
        if (value > most)
            most = value;
        return value;
    }

    private static void Row(int[,] a, int[] sums, int i)
    {
        int sum = 0;
        for (int j = 0; j < a.GetLength(1); j++)
            sum += a[i, j];
        sums[i] = sum;
    }

    [Parallel]
    public static void ScaleAll(double[] a, double[] b)
    {
        for (int i = 0; i < a.Length; i++)
            Scale(a, b, i);
    }

    [Parallel]
    public static void SwapAll(int[] a, int[] b)
    {
        for (int i = 0; i < a.Length; i++)
            Swap(a, b, i);
    }

    [Parallel]
    public static int Sum(int[] a)
    {
        int sum = 3;
        for (int i = 0; i < a.Length; i++)
            Add(ref sum, a[i]);
        return sum;
    }

    [Parallel]
    public static (int Least, int Most) Range(int[] a)
    {
        int least = int.MaxValue;
        int most = int.MinValue;
        for (int i = 0; i < a.Length; i++)
            Extend(ref least, ref most, a[i]);
        return (least, most);
    }

    [Parallel]
    public static void Rows(int[,] a, int[] sums)
    {
        for (int i = 0; i < a.GetLength(0); i++)
            Row(a, sums, i);
    }
}
