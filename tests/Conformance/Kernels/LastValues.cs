namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops that leave what the last of some iterations has assigned.</summary>
internal static class LastValues
{
    [Parallel]
    public static int OfSome(int[] x)
    {
        int last = -1;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] % 5 == 3)
                last = 1000 / (x[i] & 7 | 1);
        }

        return last;
    }

    [Parallel]
    public static string OfTexts(string[] texts)
    {
        string last = "none";
        for (int i = texts.Length - 1; i >= 0; i--)
        {
            if (texts[i].Length > 2)
                last = texts[i].Trim();
        }

        return last;
    }

    [Parallel]
    public static (double Sum, double Last, int Count) WithSum(double[] x, double[] y)
    {
        double sum = 0;
        double last = -1;
        int count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i];
            if (x[i] < 4.0)
                continue;
            y[i] = Math.Round(x[i], 1);
            last = y[i];
            count++;
        }

        return (sum, last, count);
    }

    [Parallel]
    public static (int First, int Second) OfChoice(int[] x, string[] texts)
    {
        int first = 0;
        int second = 0;
        for (int i = 0; i < x.Length; i++)
        {
            switch (x[i] & 7)
            {
                case 0:
                    first = texts[i].Length;
                    break;
                case 1:
                    first = i + texts[i].Length;
                    second = first / 2;
                    break;
            }
        }

        return (first, second);
    }

    [Parallel]
    public static int NotBefore(int[] x, int[] y)
    {
        int last;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 3)
            {
                last = x[i] / (x[i] & 3 | 1);
                y[i] = last * last;
            }
        }

        last = y.Length;
        return last;
    }

    [Parallel]
    public static int WithCounts(int[] x, int[] counts)
    {
        int last = -7;
        for (int i = 0; i < x.Length; i++)
        {
            counts[x[i]]++;
            if (x[i] == 3)
                last = i / 3;
        }

        return last;
    }

    [Parallel]
    public static int WithHeader(int[] x, int[] y, int limit)
    {
        int last = 0;
        int count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            int k = 1;
            for (int j = 0, r = k; j <= i && j < limit + r && x[j] != 3; j++)
                y[i] += x[i] >> j;
            y[i] += k;
            if (y[i] % 3 == 1)
                last = y[i] + k;
            count += k;
        }

        return last + count;
    }

    [Parallel]
    public static int OfNest(int[] x, int[] y, int rounds)
    {
        int last = 0;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < rounds; j++)
                y[i] += x[i] >> j;
            if (y[i] % 3 == 1)
                last = y[i];
        }

        return last;
    }
}
