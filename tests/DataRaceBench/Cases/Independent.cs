// Every iteration has elements of its own.

static class DRB045
{
    public static void Lambda(int[] a) => Parallel.For(0, a.Length, i => a[i] += 1);

    [Parallel]
    public static void Kernel(int[] a)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] += 1;
    }
}

static class DRB046
{
    public static void Lambda(int[,] a)
    {
        Parallel.For(0, a.GetLength(0), i =>
        {
            for (int j = 0; j < a.GetLength(1); j++)
                a[i, j] += 1;
        });
    }

    [Parallel]
    public static void Kernel(int[,] a)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < a.GetLength(1); j++)
                a[i, j] += 1;
        }
    }
}

static class DRB047
{
    public static void Lambda(byte[] a) => Parallel.For(0, a.Length, i => a[i] = (byte)(a[i] + 1));

    [Parallel]
    public static void Kernel(byte[] a)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] = (byte)(a[i] + 1);
    }
}

static class DRB048
{
    public static void Lambda(int[] a, int n, int g) => Parallel.For(0, n, i => { a[i] = a[i] + g; });

    [Parallel]
    public static void Kernel(int[] a, int n, int g)
    {
        for (int i = 0; i < n; i++)
            a[i] = a[i] + g;
    }
}

static class DRB050
{
    private static void Scale(double[] target, double[] source, int n)
    {
        Parallel.For(0, n, i => target[i] = 0.5 * source[i]);
    }

    public static void Lambda(double[] target, double[] source, int n) => Scale(target, source, n);

    [Parallel]
    public static void Kernel(double[] target, double[] source, int n)
    {
        for (int i = 0; i < n; i++)
            target[i] = 0.5 * source[i];
    }
}

static class DRB053
{
    public static void Lambda(double[,] a)
    {
        int n = a.GetLength(0), m = a.GetLength(1);
        for (int i = 0; i < n - 1; i++)
            Parallel.For(0, m, j => { a[i, j] += a[i + 1, j]; });
    }

    [Parallel]
    public static void Kernel(double[,] a)
    {
        int n = a.GetLength(0), m = a.GetLength(1);
        for (int i = 0; i < n - 1; i++)
        {
            foreach (int j in Prange(0, m))
                a[i, j] += a[i + 1, j];
        }
    }
}

static class DRB054
{
    public static void Lambda(double[,] b)
    {
        int n = b.GetLength(0), m = b.GetLength(1);
        for (int i = 1; i < n; i++)
        {
            int row = i;
            Parallel.For(1, m, j => b[row, j] = b[row - 1, j - 1]);
        }
    }

    [Parallel]
    public static void Kernel(double[,] b)
    {
        int n = b.GetLength(0), m = b.GetLength(1);
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < m; j++)
                b[i, j] = b[i - 1, j - 1];
        }
    }
}

static class DRB057
{
    public static object[] Inputs(int n)
    {
        n = Math.Min(n, 300);
        return [new double[n, n], new double[n, n], 0.0543];
    }

    public static void Lambda(double[,] u, double[,] f, double alpha)
    {
        int n = u.GetLength(0), m = u.GetLength(1);
        double dx = 2.0 / (n - 1), dy = 2.0 / (m - 1);
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < m; j++)
            {
                double x = -1.0 + dx * i, y = -1.0 + dy * j;
                u[i, j] = 0.0;
                f[i, j] = -1.0 * alpha * (1.0 - x * x) * (1.0 - y * y) - 2.0 * (1.0 - x * x) - 2.0 * (1.0 - y * y);
            }
        });
    }

    [Parallel]
    public static void Kernel(double[,] u, double[,] f, double alpha)
    {
        int n = u.GetLength(0), m = u.GetLength(1);
        double dx = 2.0 / (n - 1), dy = 2.0 / (m - 1), x, y;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                x = -1.0 + dx * i;
                y = -1.0 + dy * j;
                u[i, j] = 0.0;
                f[i, j] = -1.0 * alpha * (1.0 - x * x) * (1.0 - y * y) - 2.0 * (1.0 - x * x) - 2.0 * (1.0 - y * y);
            }
        }
    }
}

static class DRB060
{
    public static object[] Inputs(int n)
    {
        n = Math.Min(n, 60);
        return [new double[n, n], new double[n, n], new double[n, n]];
    }

    public static void Lambda(double[,] a, double[,] b, double[,] c)
    {
        int n = c.GetLength(0), m = c.GetLength(1), l = a.GetLength(1);
        Parallel.For(0, n, i =>
        {
            for (int k = 0; k < l; k++)
            {
                for (int j = 0; j < m; j++)
                    c[i, j] += a[i, k] * b[k, j];
            }
        });
    }

    [Parallel]
    public static void Kernel(double[,] a, double[,] b, double[,] c)
    {
        int n = c.GetLength(0), m = c.GetLength(1), l = a.GetLength(1);
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < l; k++)
            {
                for (int j = 0; j < m; j++)
                    c[i, j] += a[i, k] * b[k, j];
            }
        }
    }
}

static class DRB061
{
    public static object[] Inputs(int n)
    {
        n = Math.Min(n, 300);
        return [new double[n, n], new double[n], new double[n]];
    }

    public static void Lambda(double[,] a, double[] v, double[] result)
    {
        Parallel.For(0, a.GetLength(0), i =>
        {
            double sum = 0;
            for (int j = 0; j < a.GetLength(1); j++)
                sum += a[i, j] * v[j];
            result[i] = sum;
        });
    }

    [Parallel]
    public static void Kernel(double[,] a, double[] v, double[] result)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            double sum = 0;
            for (int j = 0; j < a.GetLength(1); j++)
                sum += a[i, j] * v[j];
            result[i] = sum;
        }
    }
}

static class DRB062
{
    public static object[] Inputs(int n)
    {
        n = Math.Min(n, 300);
        return [new double[n, n], new double[n], new double[n]];
    }

    public static void Lambda(double[,] a, double[] v, double[] result)
    {
        object gate = new();
        for (int i = 0; i < a.GetLength(0); i++)
        {
            double sum = 0;
            int row = i;
            Parallel.For(
                0,
                a.GetLength(1),
                () => 0.0,
                (j, _, own) => own + a[row, j] * v[j],
                own =>
                {
                    lock (gate)
                        sum += own;
                });
            result[i] = sum;
        }
    }

    [Parallel]
    public static void Kernel(double[,] a, double[] v, double[] result)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            double sum = 0;
            for (int j = 0; j < a.GetLength(1); j++)
                sum += a[i, j] * v[j];
            result[i] = sum;
        }
    }
}

static class DRB063
{
    public static void Lambda(double[,] b)
    {
        int n = b.GetLength(0), m = b.GetLength(1);
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < m - 1; j++)
                b[i, j] = b[i, j + 1];
        });
    }

    [Parallel]
    public static void Kernel(double[,] b)
    {
        int n = b.GetLength(0), m = b.GetLength(1);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m - 1; j++)
                b[i, j] = b[i, j + 1];
        }
    }
}

static class DRB064
{
    public static void Lambda(double[,] b)
    {
        int n = b.GetLength(0), m = b.GetLength(1);
        Parallel.For(0, n, i =>
        {
            for (int j = 1; j < m; j++)
                b[i, j] = b[i, j - 1];
        });
    }

    [Parallel]
    public static void Kernel(double[,] b)
    {
        int n = b.GetLength(0), m = b.GetLength(1);
        for (int i = 0; i < n; i++)
        {
            for (int j = 1; j < m; j++)
                b[i, j] = b[i, j - 1];
        }
    }
}

static class DRB066
{
    public static double[][] Lambda(int n)
    {
        var p = new double[n];
        var q = new double[n];
        Parallel.For(0, n, i =>
        {
            p[i] = 0.0;
            q[i] = i * 2.5;
        });
        return [p, q];
    }

    [Parallel]
    public static double[][] Kernel(int n)
    {
        var p = new double[n];
        var q = new double[n];
        for (int i = 0; i < n; i++)
        {
            p[i] = 0.0;
            q[i] = i * 2.5;
        }

        return [p, q];
    }
}

static class DRB067
{
    public static void Lambda(double[] p, double[] q, int n)
    {
        Parallel.For(0, n, i =>
        {
            p[i] = 0.0;
            q[i] = 0.0;
        });
    }

    [Parallel]
    public static void Kernel(double[] p, double[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            p[i] = 0.0;
            q[i] = 0.0;
        }
    }
}

static class DRB068
{
    public static void Lambda(double[] a, double[] b, double[] c, int n) => Parallel.For(0, n, i => { a[i] = b[i] + c[i]; });

    [Parallel]
    public static void Kernel(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = b[i] + c[i];
    }
}

static class DRB070
{
    public static void Lambda(int[] a, int[] b, int[] c) => Parallel.For(0, a.Length, i => a[i] = b[i] * c[i]);

    [Parallel]
    public static void Kernel(int[] a, int[] b, int[] c)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] = b[i] * c[i];
    }
}

static class DRB071
{
    public static void Lambda(int[] a)
    {
        int n = a.Length;
        Parallel.For(0, n, i =>
        {
            ref int element = ref a[i];
            element = element + 1;
        });
    }

    [Parallel]
    public static void Kernel(int[] a)
    {
        int n = a.Length;
        for (int i = 0; i < n; i++)
            a[i] = a[i] + 1;
    }
}

static class DRB093
{
    public static void Lambda(int[,] a)
    {
        int n = a.GetLength(0), m = a.GetLength(1);
        Parallel.For(0, n * m, ij => a[ij / m, ij % m] += 1);
    }

    [Parallel]
    public static void Kernel(int[,] a)
    {
        int n = a.GetLength(0), m = a.GetLength(1);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
                a[i, j] += 1;
        }
    }
}

static class DRB096
{
    public static void Lambda(int[,] a, int n)
    {
        var tasks = new List<Task>();
        for (int i = 0; i < n; i++)
        {
            int row = i;
            tasks.Add(Task.Run(() =>
            {
                for (int j = 0; j < n; j++)
                    a[row, j] += 1;
            }));
        }

        Task.WaitAll(tasks.ToArray());
    }

    [Parallel]
    public static void Kernel(int[,] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                a[i, j] += 1;
        }
    }
}

static class DRB098
{
    public static void Lambda(double[,] a, double[,] b, double[,] c)
    {
        int m = a.GetLength(1);
        Parallel.For(0, a.GetLength(0), i =>
        {
            for (int j = 0; j < m; j++)
                c[i, j] = a[i, j] * b[i, j];
        });
    }

    [Parallel]
    public static void Kernel(double[,] a, double[,] b, double[,] c)
    {
        int m = a.GetLength(1);
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < m; j++)
                c[i, j] = a[i, j] * b[i, j];
        }
    }
}

static class DRB099
{
    private static void Weigh(double[] a, double[] b, int n) => Parallel.For(0, n, i => b[i] = a[i] * i);

    public static void Lambda(double[] a, double[] b, int n) => Weigh(a, b, n);

    [Parallel]
    public static void Kernel(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = a[i] * i;
    }
}

static class DRB113
{
    public static void Lambda(int[,] a, int[,] b)
    {
        int n = Math.Min(a.GetLength(0), b.GetLength(0)), m = Math.Min(a.GetLength(1), b.GetLength(1));
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < m; j++)
                a[i, j] += 1;
        });
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < m; j++)
                b[i, j] += 1;
        });
    }

    [Parallel]
    public static void Kernel(int[,] a, int[,] b)
    {
        int n = Math.Min(a.GetLength(0), b.GetLength(0)), m = Math.Min(a.GetLength(1), b.GetLength(1));
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
                a[i, j] += 1;
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
                b[i, j] += 1;
        }
    }
}

static class DRB149
{
    private const int C = 100;

    public static object[] Inputs(int n)
    {
        n = Math.Max(C, Math.Min(n, 3000));
        return [new int[C], new int[n * C], new int[n]];
    }

    public static void Lambda(int[] a, int[] b, int[] c)
    {
        Parallel.For(0, c.Length, i =>
        {
            for (int j = 0; j < C; j++)
                c[i] += b[j + i * C] * a[j];
        });
    }

    [Parallel]
    public static void Kernel(int[] a, int[] b, int[] c)
    {
        for (int i = 0; i < c.Length; i++)
        {
            for (int j = 0; j < C; j++)
                c[i] += b[j + i * C] * a[j];
        }
    }
}

static class DRB159
{
    public static void Lambda(int[] b, int[] c, int[] t, int rounds, int a)
    {
        rounds = Math.Min(rounds, 10);
        for (int round = 0; round < rounds; round++)
        {
            Parallel.For(0, b.Length, i => t[i] = b[i] + c[i]);
            Parallel.For(0, b.Length, i => b[i] = t[i] * a);
        }
    }

    [Parallel]
    public static void Kernel(int[] b, int[] c, int[] t, int rounds, int a)
    {
        rounds = Math.Min(rounds, 10);
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < b.Length; i++)
                t[i] = b[i] + c[i];
            for (int i = 0; i < b.Length; i++)
                b[i] = t[i] * a;
        }
    }
}

static class DRB194
{
    public static void Lambda(double[] u1, double[] u2, int steps)
    {
        int n = u1.Length;
        for (int t = 0; t < Math.Min(steps, 10); t++)
        {
            Parallel.For(1, n - 1, i => u2[i] = u1[i] + 0.25 * (u1[i - 1] - 2 * u1[i] + u1[i + 1]));
            (u1, u2) = (u2, u1);
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
            (u1, u2) = (u2, u1);
        }
    }
}

static class DRB196
{
    public static void Lambda(double[] both, int steps)
    {
        int n = both.Length / 2;
        for (int t = 0; t < Math.Min(steps, 10); t++)
        {
            int source = t % 2 * n, target = (1 - t % 2) * n;
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
            int source = t % 2 * n, target = (1 - t % 2) * n;
            for (int i = 1; i < n - 1; i++)
            {
                both[target + i] = both[source + i]
                    + 0.25 * (both[source + i - 1] - 2 * both[source + i] + both[source + i + 1]);
            }
        }
    }
}

static class DRB203
{
    public static void Lambda(int[] a, int c) => Parallel.For(0, a.Length, i => a[i] = a[i] + c);

    [Parallel]
    public static void Kernel(int[] a, int c)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] = a[i] + c;
    }
}

static class DRB205
{
    public static object[] Inputs(int n) => [new int[2 * n], new int[n]];

    public static void Lambda(int[] a, int[] b) => Parallel.For(0, b.Length, i => a[2 * i] += b[i]);

    [Parallel]
    public static void Kernel(int[] a, int[] b)
    {
        for (int i = 0; i < b.Length; i++)
            a[2 * i] += b[i];
    }
}

static class DRB208
{
    public static void Lambda(int[] a, int[] b) => Parallel.For(0, b.Length, i => { a[i] += b[i]; });

    [Parallel]
    public static void Kernel(int[] a, int[] b)
    {
        for (int i = 0; i < b.Length; i++)
            a[i] += b[i];
    }
}
