// Static variables, objects, references and scratch arrays that all iterations share, in the loop itself or in what it calls.

static class DRB080
{
    private static void Increase(ref int s) => s++;

    public static int Lambda(int n)
    {
        int s = 0;
        Parallel.For(0, n, t => Increase(ref s));
        return s;
    }

    [Parallel]
    public static int Kernel(int n)
    {
        int s = 0;
        for (int t = 0; t < n; t++)
            Increase(ref s);
        return s;
    }
}

static class DRB081
{
    private static int Increase(int s)
    {
        s++;
        return s;
    }

    public static int Lambda(int n)
    {
        int s = 0;
        Parallel.For(0, n, t => Increase(s));
        return s;
    }

    [Parallel]
    public static int Kernel(int n)
    {
        int s = 0;
        for (int t = 0; t < n; t++)
            Increase(s);
        return s;
    }
}

static class DRB082
{
    private static int _q;

    private static void Count() => _q += 1;

    public static int Lambda(int n)
    {
        _q = 0;
        Parallel.For(0, n, t => Count());
        return _q;
    }

    [Parallel]
    public static int Kernel(int n)
    {
        _q = 0;
        for (int t = 0; t < n; t++)
            Count();
        return _q;
    }
}

static class DRB083
{
    private static void Count()
    {
        int q = 0;
        q += 1;
    }

    public static void Lambda(int n) => Parallel.For(0, n, t => Count());

    [Parallel]
    public static void Kernel(int n)
    {
        for (int t = 0; t < n; t++)
            Count();
    }
}

static class DRB084
{
    private static int _sum;

    private static void Add(int i) => _sum += i;

    public static int Lambda(int n)
    {
        _sum = 0;
        Parallel.For(0, n, i => Add(i));
        return _sum;
    }

    [Parallel]
    public static int Kernel(int n)
    {
        _sum = 0;
        for (int i = 0; i < n; i++)
            Add(i);
        return _sum;
    }
}

static class DRB086
{
    private static class A
    {
        public static int Counter;
    }

    private static void Count() => A.Counter++;

    public static int Lambda(int n)
    {
        A.Counter = 0;
        Parallel.For(0, n, t => { Count(); });
        return A.Counter;
    }

    [Parallel]
    public static int Kernel(int n)
    {
        A.Counter = 0;
        for (int t = 0; t < n; t++)
            Count();
        return A.Counter;
    }
}

static class DRB087
{
    internal static class A
    {
        public static int Counter;
    }

    public static int Lambda(int n)
    {
        A.Counter = 0;
        Parallel.For(0, n, t => A.Counter++);
        return A.Counter;
    }

    [Parallel]
    public static int Kernel(int n)
    {
        A.Counter = 0;
        for (int t = 0; t < n; t++)
            A.Counter++;
        return A.Counter;
    }
}

static class DRB088
{
    private sealed class Box
    {
        public int Value;
    }

    private static Box _box = new();

    private static void Count() => _box.Value++;

    public static int Lambda(int n)
    {
        _box = new Box();
        Parallel.For(0, n, t => Count());
        return _box.Value;
    }

    [Parallel]
    public static int Kernel(int n)
    {
        _box = new Box();
        for (int t = 0; t < n; t++)
            Count();
        return _box.Value;
    }
}

static class DRB089
{
    internal sealed class Box
    {
        public int Value;
    }

    public static int Lambda(int n)
    {
        var box = new Box();
        Parallel.For(0, n, t => { box.Value++; });
        return box.Value;
    }

    [Parallel]
    public static int Kernel(int n)
    {
        var box = new Box();
        for (int t = 0; t < n; t++)
            box.Value++;
        return box.Value;
    }
}

static class DRB090
{
    private static int _t;

    public static void Lambda(int[] a, int[] b)
    {
        Parallel.For(0, a.Length, i =>
        {
            _t = a[i] + i;
            a[i] = _t;
        });
        Parallel.For(0, b.Length, i =>
        {
            int t = b[i] + i;
            b[i] = t;
        });
    }

    [Parallel]
    public static void Kernel(int[] a, int[] b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            _t = a[i] + i;
            a[i] = _t;
        }

        int t;
        for (int i = 0; i < b.Length; i++)
        {
            t = b[i] + i;
            b[i] = t;
        }
    }
}

static class DRB092
{
    private static int _sum;

    public static int Lambda(int n)
    {
        _sum = 0;
        Parallel.For(0, n, i => _sum += i);
        return _sum;
    }

    [Parallel]
    public static int Kernel(int n)
    {
        _sum = 0;
        for (int i = 0; i < n; i++)
            _sum += i;
        return _sum;
    }
}

static class DRB161
{
    public static int[] Lambda(int n)
    {
        var v = new int[8];
        Parallel.For(0, n, i =>
        {
            for (int c = 0; c < v.Length; c++)
                v[c]++;
        });
        return v;
    }

    [Parallel]
    public static int[] Kernel(int n)
    {
        var v = new int[8];
        for (int i = 0; i < n; i++)
        {
            for (int c = 0; c < v.Length; c++)
                v[c]++;
        }

        return v;
    }
}

static class DRB162
{
    public static int[] Lambda(int n)
    {
        var v = new int[8];
        Parallel.For(
            0,
            n,
            () => new int[8],
            (i, _, own) =>
            {
                for (int c = 0; c < own.Length; c++)
                    own[c]++;
                return own;
            },
            own =>
            {
                lock (v)
                {
                    for (int c = 0; c < v.Length; c++)
                        v[c] += own[c];
                }
            });
        return v;
    }

    [Parallel]
    public static int[] Kernel(int n)
    {
        var v = new int[8];
        for (int i = 0; i < n; i++)
        {
            for (int c = 0; c < v.Length; c++)
                v[c]++;
        }

        return v;
    }
}

static class DRB163
{
    private const int C = 64;

    public static int[] Lambda(int n)
    {
        var v = new int[C];
        Parallel.For(
            0,
            n,
            () => new int[C],
            (i, _, own) =>
            {
                for (int c = 0; c < C; c++)
                    own[c] += 1;
                return own;
            },
            own =>
            {
                for (int c = 0; c < C; c++)
                    Interlocked.Add(ref v[c], own[c]);
            });
        return v;
    }

    [Parallel]
    public static int[] Kernel(int n)
    {
        var v = new int[C];
        for (int i = 0; i < n; i++)
        {
            for (int c = 0; c < C; c++)
                v[c] += 1;
        }

        return v;
    }
}

static class DRB164
{
    private const int C = 64;

    public static int[] Lambda(int n)
    {
        var v = new int[C];
        Parallel.For(0, n, i =>
        {
            for (int c = 0; c < C; c++)
                v[c] += 1;
        });
        return v;
    }

    [Parallel]
    public static int[] Kernel(int n)
    {
        var v = new int[C];
        for (int i = 0; i < n; i++)
        {
            for (int c = 0; c < C; c++)
                v[c] += 1;
        }

        return v;
    }
}

static class DRB169
{
    public static double[] Lambda(double[,,] r)
    {
        int n = r.GetLength(0), m = r.GetLength(1), l = r.GetLength(2);
        var line = new double[l];
        Parallel.For(1, n - 1, i =>
        {
            for (int j = 1; j < m - 1; j++)
            {
                for (int k = 0; k < l; k++)
                    line[k] = r[i, j - 1, k] + r[i, j + 1, k] + r[i - 1, j, k] + r[i + 1, j, k];
            }
        });
        return line;
    }

    [Parallel]
    public static double[] Kernel(double[,,] r)
    {
        int n = r.GetLength(0), m = r.GetLength(1), l = r.GetLength(2);
        var line = new double[l];
        for (int i = 1; i < n - 1; i++)
        {
            for (int j = 1; j < m - 1; j++)
            {
                for (int k = 0; k < l; k++)
                    line[k] = r[i, j - 1, k] + r[i, j + 1, k] + r[i - 1, j, k] + r[i + 1, j, k];
            }
        }

        return line;
    }
}

static class DRB180
{
    private const int Size = 10;

    public static object[] Inputs(int n) =>
        [Enumerable.Range(0, Math.Min(n, 200)).Select(_ => new double[Size, Size, Size]).ToArray()];

    public static void Lambda(double[][,,] blocks)
    {
        var work = new double[Size, Size, Size];
        Parallel.For(0, blocks.Length, b =>
        {
            var block = blocks[b];
            for (int i = 1; i < Size - 1; i++)
            {
                for (int j = 1; j < Size - 1; j++)
                {
                    for (int k = 1; k < Size - 1; k++)
                    {
                        work[i, j, k] = (block[i - 1, j, k] + block[i, j - 1, k] + block[i, j, k - 1] + block[i, j, k]
                            + block[i, j, k + 1] + block[i, j + 1, k] + block[i + 1, j, k]) / 7.0;
                    }
                }
            }

            for (int i = 1; i < Size - 1; i++)
            {
                for (int j = 1; j < Size - 1; j++)
                {
                    for (int k = 1; k < Size - 1; k++)
                        block[i, j, k] = work[i, j, k];
                }
            }
        });
    }

    [Parallel]
    public static void Kernel(double[][,,] blocks)
    {
        var work = new double[Size, Size, Size];
        for (int b = 0; b < blocks.Length; b++)
        {
            var block = blocks[b];
            for (int i = 1; i < Size - 1; i++)
            {
                for (int j = 1; j < Size - 1; j++)
                {
                    for (int k = 1; k < Size - 1; k++)
                    {
                        work[i, j, k] = (block[i - 1, j, k] + block[i, j - 1, k] + block[i, j, k - 1] + block[i, j, k]
                            + block[i, j, k + 1] + block[i, j + 1, k] + block[i + 1, j, k]) / 7.0;
                    }
                }
            }

            for (int i = 1; i < Size - 1; i++)
            {
                for (int j = 1; j < Size - 1; j++)
                {
                    for (int k = 1; k < Size - 1; k++)
                        block[i, j, k] = work[i, j, k];
                }
            }
        }
    }
}

static class DRB195
{
    public static void Lambda(double[] u1, double[] u2, int steps)
    {
        int n = u1.Length;
        for (int t = 0; t < Math.Min(steps, 10); t++)
        {
            Parallel.For(1, n - 1, i => u2[i] = u1[i] + 0.25 * (u1[i - 1] - 2 * u1[i] + u1[i + 1]));
            u1 = u2;
        }
    }

    [Parallel]
    public static void Kernel(double[] u1, double[] u2, int steps)
    {
        int n = u1.Length;
        for (int t = 0; t < Math.Min(steps, 10); t++)
        {
            for (int i = 1; i < n - 1; i++)
                u2[i] = u1[i] + 0.25 * (u1[i - 1] - 2 * u1[i] + u1[i + 1]);
            u1 = u2;
        }
    }
}

static class DRB197
{
    public static void Lambda(double[] both, int steps)
    {
        int n = both.Length / 2;
        for (int t = 0; t < Math.Min(steps, 10); t++)
        {
            int source = t % 2 * (n - 2), target = (1 - t % 2) * (n - 2);
            Parallel.For(1, n - 1, i =>
                both[target + i] = both[source + i]
                    + 0.25 * (both[source + i - 1] - 2 * both[source + i] + both[source + i + 1]));
        }
    }

    [Parallel]
    public static void Kernel(double[] both, int steps)
    {
        int n = both.Length / 2;
        for (int t = 0; t < Math.Min(steps, 10); t++)
        {
            int source = t % 2 * (n - 2), target = (1 - t % 2) * (n - 2);
            for (int i = 1; i < n - 1; i++)
            {
                both[target + i] = both[source + i]
                    + 0.25 * (both[source + i - 1] - 2 * both[source + i] + both[source + i + 1]);
            }
        }
    }
}
