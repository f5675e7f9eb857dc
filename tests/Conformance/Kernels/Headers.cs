namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops whose header tests something else than the index against one bound.</summary>
internal static class Headers
{
    [Parallel]
    public static void Pairs(int[] x)
    {
        for (int i = 0; i + 1 < x.Length; i += 2)
            (x[i], x[i + 1]) = (x[i + 1], x[i]);
    }

    [Parallel]
    public static void Windows(int[] x, int[] y, int w)
    {
        for (int i = 0; i + w <= x.Length; i++)
            y[i] = x[i] + x[i + w - 1];
    }

    [Parallel]
    public static int BlocksAndRest(int[] x, int n)
    {
        int i = 0;
        for (; i + 4 <= n; i += 4)
        {
            x[i] += 1;
            x[i + 1] += 2;
            x[i + 2] += 3;
            x[i + 3] += 4;
        }

        for (; i < n; i++)
            x[i] += 5;
        return i;
    }

    [Parallel]
    public static void Heap(int[] x)
    {
        for (int i = 0; 2 * i + 1 < x.Length; i++)
            x[2 * i + 1] = x[2 * i] + i;
    }

    [Parallel]
    public static void Multiples(int[] x, int start, int end)
    {
        for (int i = 0; 3 * i + 2 <= end; i++)
            x[i + start] = i;
    }

    [Parallel]
    public static long SumOfWindow(int start, int add, int end)
    {
        long sum = 0;
        for (int i = start; i + add < end; i++)
        {
            sum += i;
            if (i == start + 5_000)
                break;
        }

        return sum;
    }

    [Parallel]
    public static long CountOfWindow(int start, int end, int times)
    {
        long sum = 0;
        for (int i = start; 3 * i - 7 <= end && times > 0; i += 2)
            sum += i ^ times;
        return sum;
    }

    [Parallel]
    public static long StepsUpTo(int start, int end, long[] r)
    {
        long sum = 0;
        for (int i = start; i + 3 <= end; i += 3)
            sum += i & r.Length;
        return sum;
    }

    [Parallel]
    public static void BothLengths(int[]? x, int[]? y, int n)
    {
        for (int i = 0; i < n && i < x!.Length && i < y!.Length; i++)
            x[i] += y[i] * 3;
    }

    [Parallel]
    public static void MixedBounds(int[] x, int n)
    {
        for (int i = 0; i <= n && i < x.Length; i++)
            x[i] = x[i] * 5 + n;
    }

    [Parallel]
    public static void DownTo(int[] x, int n, int least)
    {
        for (int i = n; i >= 0 && i > least; i--)
            x[i] -= i;
    }

    [Parallel]
    public static void Downwards(int[] x)
    {
        for (int i = x.Length; i-- > 0;)
            x[i] = x[i] * 3 + i;
    }

    [Parallel]
    public static void DownwardsFirst(int[] x, string[] text)
    {
        for (int i = x.Length; --i >= 0;)
            text[i] = $"{x[i]} at {i}";
    }

    [Parallel]
    public static long DownFrom(int n, int end)
    {
        long sum = 0;
        for (int i = n; i-- > end;)
        {
            sum += i;
            if (sum == long.MinValue)
                continue;
            sum ^= 0;
        }

        return sum;
    }

    [Parallel]
    public static int WhileDownwards(int[] x, int n)
    {
        while (n-- > 0)
        {
            x[n] = x[n] * 3 + n;
        }

        return n;
    }

    [Parallel]
    public static int WhileUpwards(int[] x, int i)
    {
        while (++i < x.Length)
        {
            if (x[i] < 0)
                continue;
            x[i] -= i;
        }

        return i;
    }

    [Parallel]
    public static long SumByPost(int[] x, int n)
    {
        long sum = 0;
        int i = 0;
        while (i < n)
        {
            sum += x[i++];
        }

        return sum + i;
    }

    [Parallel]
    public static int CopyByPost(int[] x, int[] y, int n)
    {
        int i = 0, j = 0;
        while (i + 1 < n)
        {
            y[j++] = x[i++];
            y[j++] = -x[i++];
        }

        return i * 100 + j;
    }

    [Parallel]
    public static void WithoutSteps(int[] x)
    {
        for (int i = 0; i < x.Length;)
        {
            x[i] ^= i;
            i += 1;
        }
    }

    [Parallel]
    public static int AtEnd(int[] x, int i, int n)
    {
        do
        {
            x[i] = x[i] * 7 + i;
            i++;
        }
        while (i < n);
        return i;
    }

    [Parallel]
    public static int AtEndDownwards(int[] x, int n)
    {
        do
        {
            x[n] += n;
        }
        while (--n >= 0);
        return n;
    }

    [Parallel]
    public static void Inside(int[] x, int[]? y, int w)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int sum = 0;
            for (int k = 0; k + 2 <= w; k += 2)
                sum += k * i;
            for (int k = w; k-- > 0;)
                sum ^= k + i;
            for (int k = 0; k < w && k < y!.Length; k++)
                sum += y[k];
            int j = 0;
            do
            {
                sum += j & i;
                j++;
            }
            while (j < w);
            x[i] = sum + j;
        }
    }

    [Parallel]
    public static void InsideAsText(string[] text, int[]? y, int w)
    {
        for (int i = 0; i < text.Length; i++)
        {
            int sum = 0, j = w;
            for (int k = 0; k + 2 <= w && k >= 0; k += 2)
                sum += k * i;
            for (int k = 0; k < w && k < y!.Length; k++)
                sum += y[k];
            while (j-- > 0)
            {
                sum += j & i;
            }

            text[i] = $"{sum} {j}";
        }
    }

    [Parallel]
    public static long CheckedDownwards(int[] x, int n)
    {
        long sum = 0;
        checked
        {
            for (int i = n; i-- > 0;)
                sum ^= x[i];
            for (int i = 0; i + 2 <= n; i += 2)
                sum ^= x[i + 1];
        }

        return sum;
    }
}
