// Shared state under locks or atomic operations, enough of them or not.

static class DRB049
{
    public static long Lambda(int[] a)
    {
        var bytes = new MemoryStream();
        using (var file = new StreamWriter(bytes))
        {
            Parallel.For(0, a.Length, i => file.WriteLine(a[i]));
        }

        return bytes.ToArray().Length;
    }

    [Parallel]
    public static long Kernel(int[] a)
    {
        var bytes = new MemoryStream();
        using (var file = new StreamWriter(bytes))
        {
            for (int i = 0; i < a.Length; i++)
                file.WriteLine(a[i]);
        }

        return bytes.ToArray().Length;
    }
}

static class DRB108
{
    public static int Lambda(int n)
    {
        int a = 0;
        Parallel.For(0, n, t => Interlocked.Increment(ref a));
        return a;
    }

    [Parallel]
    public static int Kernel(int n)
    {
        int a = 0;
        for (int t = 0; t < n; t++)
            a += 1;
        return a;
    }
}

static class DRB146
{
    private static int _v;

    public static int Lambda(int n)
    {
        _v = 0;
        Parallel.For(0, n, i => Interlocked.Add(ref _v, 1));
        return _v;
    }

    [Parallel]
    public static int Kernel(int n)
    {
        int v = 0;
        for (int i = 0; i < n; i++)
            v++;
        return v;
    }
}

static class DRB147
{
    public static int Lambda(int n)
    {
        int v = 0;
        Parallel.For(0, n, i =>
        {
            Interlocked.Increment(ref v);
            Interlocked.Add(ref v, -2);
        });
        return v;
    }

    [Parallel]
    public static int Kernel(int n)
    {
        int v = 0;
        for (int i = 0; i < n; i++)
        {
            v++;
            v -= 2;
        }

        return v;
    }
}

static class DRB148
{
    public static int Lambda(int n)
    {
        int v = 0;
        object a = new(), b = new();
        Parallel.For(0, n, i =>
        {
            lock (a)
            {
                v++;
            }

            lock (b)
            {
                v -= 2;
            }
        });
        return v;
    }

    [Parallel]
    public static int Kernel(int n)
    {
        int v = 0;
        object a = new(), b = new();
        for (int i = 0; i < n; i++)
        {
            lock (a)
            {
                v++;
            }

            lock (b)
            {
                v -= 2;
            }
        }

        return v;
    }
}

static class DRB152
{
    public static int Lambda(int n)
    {
        int v = 0;
        object gate = new();
        Parallel.For(0, n, i =>
        {
            lock (gate)
            {
                v++;
            }
        });
        return v;
    }

    [Parallel]
    public static int Kernel(int n)
    {
        int v = 0;
        object gate = new();
        for (int i = 0; i < n; i++)
        {
            lock (gate)
            {
                v++;
            }
        }

        return v;
    }
}

static class DRB154
{
    public static int Lambda(int n)
    {
        int total = 0;
        Lock gate = new();
        Parallel.For(
            0,
            n,
            () => 0,
            (i, _, own) =>
            {
                lock (gate)
                    own++;
                return own;
            },
            own =>
            {
                lock (gate)
                    total += own;
            });
        return total;
    }

    [Parallel]
    public static int Kernel(int n)
    {
        int total = 0;
        Lock gate = new();
        for (int i = 0; i < n; i++)
        {
            lock (gate)
                total++;
        }

        return total;
    }
}

static class DRB181
{
    public static object[] Inputs(int n)
    {
        n = Math.Min(n, 300);
        return [new int[n], new int[n], new int[(n + 1) * (n + 1)]];
    }

    public static int Lambda(int[] a, int[] b, int[] h)
    {
        int width = b.Length + 1, best = 0;
        object gate = new();
        for (int d = 2; d <= a.Length + b.Length; d++)
        {
            int diagonal = d;
            Parallel.For(Math.Max(1, d - b.Length), Math.Min(a.Length, d - 1) + 1, i =>
            {
                int j = diagonal - i, at = i * width + j;
                int score = h[at - width - 1] + (a[i - 1] == b[j - 1] ? 3 : -3);
                score = Math.Max(Math.Max(score, h[at - width] - 2), Math.Max(h[at - 1] - 2, 0));
                h[at] = score;
                if (score > h[best])
                {
                    lock (gate)
                        best = at;
                }
            });
        }

        return best;
    }

    [Parallel]
    public static int Kernel(int[] a, int[] b, int[] h)
    {
        int width = b.Length + 1, best = 0;
        for (int d = 2; d <= a.Length + b.Length; d++)
        {
            for (int i = Math.Max(1, d - b.Length); i < Math.Min(a.Length, d - 1) + 1; i++)
            {
                int j = d - i, at = i * width + j;
                int score = h[at - width - 1] + (a[i - 1] == b[j - 1] ? 3 : -3);
                score = Math.Max(Math.Max(score, h[at - width] - 2), Math.Max(h[at - 1] - 2, 0));
                h[at] = score;
                if (score > h[best])
                    best = at;
            }
        }

        return best;
    }
}
