namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops that leave sums and extremes in fields.</summary>
internal sealed class Totals
{
    public static long Shared;
    public int Count;
    public int Most = int.MinValue;
    public int[] Counts = new int[20];
    public int[,] Pairs = new int[5, 5];
    private readonly float[] _least = new float[20];
    private long _sum;

    public long Sum => _sum;

    public float[] Least => _least;

    [Parallel]
    public static long CountedAtomically(int[] x, string[] text)
    {
        long sum = 0;
        int count = 0, flags = -1;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0)
                System.Threading.Interlocked.Increment(ref count);
            System.Threading.Interlocked.Add(ref sum, x[i]);
            System.Threading.Interlocked.And(ref flags, x[i] | 1);
            text[i] = $"{x[i]}";
        }

        return sum + count + flags;
    }

    [Parallel]
    public static int SummedAtomically(int[] x, int[] y)
    {
        int sum = 0, last = 0;
        for (int i = 0; i < x.Length; i++)
        {
            System.Threading.Interlocked.Add(ref sum, x[i] * 3);
            System.Threading.Interlocked.Exchange(ref last, x[i]);
            y[i] = x[i] ^ 5;
        }

        return sum ^ last;
    }

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
    public void CountKinds(int[] kinds, float[] values)
    {
        for (int i = 0; i < kinds.Length; i++)
        {
            if (values[i] < 0)
                continue;
            Counts[kinds[i]]++;
            _least[kinds[i]] = Math.Min(_least[kinds[i]], values[i]);
        }
    }

    [Parallel]
    public static void CountPairs(Totals totals, int[] kinds)
    {
        for (int i = 1; i < kinds.Length; i++)
            totals.Pairs[kinds[i - 1], kinds[i]] += kinds[i];
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
