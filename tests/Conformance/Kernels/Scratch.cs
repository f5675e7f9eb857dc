namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops whose iterations share an array for what lasts only one of them.</summary>
internal static class Scratch
{
    [Parallel]
    public static void Median(int[,] a, int[] medians)
    {
        int width = a.GetLength(1);
        var row = new int[width];
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < width; j++)
                row[j] = a[i, j];
            for (int j = 1; j < width; j++)
            {
                int value = row[j];
                int place = j;
                while (place > 0 && row[place - 1] > value)
                {
                    row[place] = row[place - 1];
                    place--;
                }

                row[place] = value;
            }

            medians[i] = row[width / 2];
        }
    }

    [Parallel]
    public static void Smooth(double[,] a, double[,] b)
    {
        int n = a.GetLength(1);
        var t = new double[n];
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < n; j++)
                t[j] = a[i, j] * 0.5;
            for (int j = 1; j < n - 1; j++)
                b[i, j] = t[j - 1] + t[j] + t[j + 1];
        }
    }

    [Parallel]
    public static void EditDistances(string[] words, string target, int[] distances)
    {
        int m = target.Length;
        Span<int> before = stackalloc int[m + 1];
        for (int i = 0; i < words.Length; i++)
        {
            string word = words[i];
            for (int j = 0; j <= m; j++)
                before[j] = j;
            for (int k = 0; k < word.Length; k++)
            {
                int diagonal = before[0];
                before[0] = k + 1;
                for (int j = 1; j <= m; j++)
                {
                    int above = before[j];
                    before[j] = Math.Min(Math.Min(above, before[j - 1]) + 1, diagonal + (word[k] == target[j - 1] ? 0 : 1));
                    diagonal = above;
                }
            }

            distances[i] = before[m];
        }
    }

    [Parallel]
    public static void MostFrequent(byte[,] a, int[] most)
    {
        var counts = new int[256];
        for (int i = 0; i < a.GetLength(0); i++)
        {
            Array.Clear(counts);
            for (int j = 0; j < a.GetLength(1); j++)
                counts[a[i, j]]++;
            int best = 0;
            for (int k = 1; k < 256; k++)
            {
                if (counts[k] > counts[best])
                    best = k;
            }

            most[i] = best;
        }
    }

    [Parallel]
    public static void GivenAndKept(int[,] a, int[] work, int[] sums)
    {
        int n = a.GetLength(1);
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < n; j++)
                work[j] = a[i, j] * (i + 1);
            int sum = 0;
            for (int j = 0; j < n; j++)
                sum ^= work[n - 1 - j] + j;
            sums[i] = sum;
        }
    }

    [Parallel]
    public static int ReadAfterwards(int[,] a, int[] sums)
    {
        int n = a.GetLength(1);
        var work = new int[n + 2];
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < n; j++)
                work[j + 1] = a[i, j] - i;
            sums[i] = work[1] + work[n];
        }

        return work[0] * 7 + work[1];
    }

    [Parallel]
    public static void Outer(int[] x, int[] y, int[] dots)
    {
        var products = new int[8, 8];
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < 8; j++)
            {
                for (int k = 0; k < 8; k++)
                    products[j, k] = x[i] * (j + 1) - y[i] * k;
            }

            int dot = 0;
            for (int j = 0; j < 8; j++)
                dot += products[j, 7 - j];
            dots[i] = dot;
        }
    }

    [Parallel]
    public static void TwoLoops(int[,] a, int[] r, int[] q)
    {
        int n = a.GetLength(1);
        var w = new int[n];
        for (int i = 0; i < r.Length; i++)
        {
            for (int j = 0; j < n; j++)
                w[j] = a[i, j];
            for (int j = 0; j < n; j++)
                r[i] += w[j];
        }

        for (int i = 0; i < q.Length; i++)
        {
            for (int j = 0; j < n; j++)
                w[j] = a[i, j];
            for (int j = 0; j < n; j++)
                q[i] -= w[j];
        }
    }

    [Parallel]
    public static void Stale(int[,] a, int[] sums)
    {
        int n = a.GetLength(1);
        var work = new int[n + 1];
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < n; j++)
            {
                if (a[i, j] > 0)
                    work[j] = a[i, j];
            }

            for (int j = 0; j < n; j++)
                sums[i] += work[j];
        }
    }
}
