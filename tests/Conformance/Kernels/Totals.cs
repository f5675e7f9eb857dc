namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops that leave sums and extremes in fields.</summary>
internal sealed class Totals
{
    public static long Shared;
    public int Count;
    public int Most = int.MinValue;
    private long _sum;

    public long Sum => _sum;

    [Parallel]
    public void Add(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            _sum += x[i];
            if (x[i] > Most)
                Most = x[i];
        }
    }

    [Parallel]
    public static void AddShared(int[] x, int n)
    {
        for (int i = 0; i < n; i++)
            Shared ^= x[i] * 3L;
    }

    [Parallel]
    public static void AddTo(Totals totals, int[] x, int[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            totals.Count += x[i];
            y[i] = x[i] + 1;
        }
    }

    [Parallel]
    public static int Made(int[] x)
    {
        var totals = new Totals();
        for (int i = 0; i < x.Length; i++)
            totals.Count -= x[i];
        return totals.Count;
    }
}
