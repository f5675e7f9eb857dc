// One iteration needs or overwrites an element of another one.

static class DRB001
{
    public static void Lambda(int[] a) => Parallel.For(0, a.Length - 1, i => a[i] = a[i + 1] + 1);

    [Parallel]
    public static void Kernel(int[] a)
    {
        for (int i = 0; i < a.Length - 1; i++)
            a[i] = a[i + 1] + 1;
    }
}

static class DRB002
{
    public static void Lambda(int[] a, int n)
    {
        Parallel.For(0, n - 1, i => { a[i] = a[i + 1] + 1; });
    }

    [Parallel]
    public static void Kernel(int[] a, int n)
    {
        for (int i = 0; i < n - 1; i++)
            a[i] = a[i + 1] + 1;
    }
}

static class DRB003
{
    public static void Lambda(double[,] a)
    {
        int n = a.GetLength(0), m = a.GetLength(1);
        Parallel.For(0, n - 1, i =>
        {
            for (int j = 0; j < m; j++)
                a[i, j] += a[i + 1, j];
        });
    }

    [Parallel]
    public static void Kernel(double[,] a)
    {
        int n = a.GetLength(0), m = a.GetLength(1);
        for (int i = 0; i < n - 1; i++)
        {
            for (int j = 0; j < m; j++)
                a[i, j] += a[i + 1, j];
        }
    }
}

static class DRB004
{
    public static void Lambda(double[,] a, int n)
    {
        Parallel.For(0, n - 1, i =>
        {
            for (int j = 0; j < n; j++)
                a[i, j] += a[i + 1, j];
        });
    }

    [Parallel]
    public static void Kernel(double[,] a, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            for (int j = 0; j < n; j++)
                a[i, j] += a[i + 1, j];
        }
    }
}

static class DRB014
{
    public static object[] Inputs(int n)
    {
        n = Math.Min(n, 200);
        return [new double[n * n], n, n];
    }

    public static void Lambda(double[] b, int n, int m)
    {
        Parallel.For(1, n, i =>
        {
            for (int j = 0; j < m; j++)
                b[i * m + j] = b[i * m + j - 1] + 1;
        });
    }

    [Parallel]
    public static void Kernel(double[] b, int n, int m)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 0; j < m; j++)
                b[i * m + j] = b[i * m + j - 1] + 1;
        }
    }
}

static class DRB015
{
    public static void Lambda(int n, double[] b)
    {
        int m = b.Length / n;
        Parallel.For(1, n, i =>
        {
            for (int j = 0; j < m; j++)
                b[i * m + j] = b[i * m + j - 1];
        });
    }

    [Parallel]
    public static void Kernel(int n, double[] b)
    {
        int m = b.Length / n;
        for (int i = 1; i < n; i++)
        {
            for (int j = 0; j < m; j++)
                b[i * m + j] = b[i * m + j - 1];
        }
    }
}

static class DRB024
{
    public static void Lambda(int[] a, int[] b) => Parallel.For(0, b.Length - 1, i => a[i + 1] = a[i] + b[i]);

    [Parallel]
    public static void Kernel(int[] a, int[] b)
    {
        for (int i = 0; i < b.Length - 1; i++)
            a[i + 1] = a[i] + b[i];
    }
}

static class DRB025
{
    public static void Lambda(int[] a, int[] b, int n) => Parallel.For(0, n - 1, i => { a[i + 1] = a[i] * b[i]; });

    [Parallel]
    public static void Kernel(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n - 1; i++)
            a[i + 1] = a[i] * b[i];
    }
}

static class DRB026
{
    public static void Lambda(int[] a)
    {
        int length = a.Length;
        Parallel.For(0, length - 1, i =>
        {
            int next = a[i + 1];
            a[i] = next + 1;
        });
    }

    [Parallel]
    public static void Kernel(int[] a)
    {
        int length = a.Length;
        for (int i = 0; i < length - 1; i++)
        {
            int next = a[i + 1];
            a[i] = next + 1;
        }
    }
}

static class DRB029
{
    public static void Lambda(int[] a) => Parallel.For(0, a.Length - 1, i => { a[i + 1] = a[i] + 1; });

    [Parallel]
    public static void Kernel(int[] a)
    {
        for (int i = 0; i < a.Length - 1; i++)
            a[i + 1] = a[i] + 1;
    }
}

static class DRB030
{
    public static void Lambda(int[] a, int n) => Parallel.For(1, n, i => a[i] = a[i - 1] + 1);

    [Parallel]
    public static void Kernel(int[] a, int n)
    {
        for (int i = 1; i < n; i++)
            a[i] = a[i - 1] + 1;
    }
}

static class DRB031
{
    public static void Lambda(double[,] b)
    {
        int n = b.GetLength(0), m = b.GetLength(1);
        Parallel.For(1, n, i =>
        {
            for (int j = 1; j < m; j++)
                b[i, j] = b[i - 1, j - 1];
        });
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

static class DRB032
{
    public static void Lambda(double[,] b, int n, int m)
    {
        m = Math.Min(m, b.GetLength(1));
        int columns = m;
        Parallel.For(1, n, i =>
        {
            for (int j = 1; j < columns; j++)
                b[i, j] = b[i - 1, j - 1];
        });
    }

    [Parallel]
    public static void Kernel(double[,] b, int n, int m)
    {
        m = Math.Min(m, b.GetLength(1));
        int columns = m;
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < columns; j++)
                b[i, j] = b[i - 1, j - 1];
        }
    }
}

static class DRB033
{
    public static void Lambda(int[] a) => Parallel.For(0, a.Length / 2, i => a[2 * i + 1] = a[i] + 1);

    [Parallel]
    public static void Kernel(int[] a)
    {
        for (int i = 0; i < a.Length / 2; i++)
            a[2 * i + 1] = a[i] + 1;
    }
}

static class DRB034
{
    public static void Lambda(int[] a, int n) => Parallel.For(0, n, i => { a[2 * i + 1] = a[i] + 1; });

    [Parallel]
    public static void Kernel(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
            a[2 * i + 1] = a[i] + 1;
    }
}

static class DRB037
{
    public static void Lambda(double[,] b)
    {
        int n = b.GetLength(0), m = b.GetLength(1);
        for (int i = 0; i < n; i++)
        {
            int row = i;
            Parallel.For(1, m, j => b[row, j] = b[row, j - 1]);
        }
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

static class DRB038
{
    public static void Lambda(double[,] b, int n)
    {
        for (int i = 0; i < n; i++)
            Parallel.For(1, n, j => { b[i, j] = b[i, j - 1]; });
    }

    [Parallel]
    public static void Kernel(double[,] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 1; j < n; j++)
                b[i, j] = b[i, j - 1];
        }
    }
}

static class DRB039
{
    public static void Lambda(int[] a) => Parallel.For(0, a.Length, i => a[i] = a[i] + a[0]);

    [Parallel]
    public static void Kernel(int[] a)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] = a[i] + a[0];
    }
}

static class DRB040
{
    public static void Lambda(int[] a, int n) => Parallel.For(0, n, i => { a[i] += a[0]; });

    [Parallel]
    public static void Kernel(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] += a[0];
    }
}

static class DRB114
{
    public static void Lambda(int[] a, int seed)
    {
        bool isParallel = new Random(seed).Next(2) == 1;
        if (isParallel)
        {
            Parallel.For(0, a.Length - 1, i => a[i + 1] = a[i] + 1);
        }
        else
        {
            for (int i = 0; i < a.Length - 1; i++)
                a[i + 1] = a[i] + 1;
        }
    }

    [Parallel]
    public static void Kernel(int[] a, int seed)
    {
        for (int i = 0; i < a.Length - 1; i++)
            a[i + 1] = a[i] + 1;
    }
}

static class DRB115
{
    public static void Lambda(int[] a, int[] b) => Parallel.For(0, b.Length - 1, i => { a[i + 1] = a[i] + b[i]; });

    [Parallel]
    public static void Kernel(int[] a, int[] b)
    {
        for (int i = 0; i < b.Length - 1; i++)
            a[i + 1] = a[i] + b[i];
    }
}

static class DRB137
{
    public static void Lambda(int[] b, int n) => Parallel.For(2, n, i => b[i] = b[i - 2] - 1);

    [Parallel]
    public static void Kernel(int[] b, int n)
    {
        for (int i = 2; i < n; i++)
            b[i] = b[i - 2] - 1;
    }
}

static class DRB138
{
    public static void Lambda(int[] b, int n) => Parallel.For(2, n, i => b[i] = b[i - 1] - 1);

    [Parallel]
    public static void Kernel(int[] b, int n)
    {
        for (int i = 2; i < n; i++)
            b[i] = b[i - 1] - 1;
    }
}

static class DRB156
{
    public static void Lambda(int[] v) => Parallel.For(1, v.Length, i => v[i] = v[i - 1] + 1);

    [Parallel]
    public static void Kernel(int[] v)
    {
        for (int i = 1; i < v.Length; i++)
            v[i] = v[i - 1] + 1;
    }
}

static class DRB157
{
    private const int C = 16;

    public static void Lambda(int[] v) => Parallel.For(C, v.Length, i => v[i] = v[i - C] + 1);

    [Parallel]
    public static void Kernel(int[] v)
    {
        for (int i = C; i < v.Length; i++)
            v[i] = v[i - C] + 1;
    }
}

static class DRB178
{
    public static void Lambda(int[] a, int n)
    {
        Parallel.For(0, n, i =>
        {
            a[i] = i;
            if (n > 10000)
                a[0] = 1;
        });
    }

    [Parallel]
    public static void Kernel(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = i;
            if (n > 10000)
                a[0] = 1;
        }
    }
}

static class DRB179
{
    public static void Lambda(int[] a, int n)
    {
        Parallel.For(0, n, i =>
        {
            a[i] = i;
            if (i == 1)
                a[0] = 1;
        });
    }

    [Parallel]
    public static void Kernel(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = i;
            if (i == 1)
                a[0] = 1;
        }
    }
}

static class DRB202
{
    public static void Lambda(int[] a) => Parallel.For(0, a.Length, i => a[i] = a[i] + a[64]);

    [Parallel]
    public static void Kernel(int[] a)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] = a[i] + a[64];
    }
}

static class DRB204
{
    public static object[] Inputs(int n) => [new int[2 * n + 64], new int[n]];

    public static void Lambda(int[] a, int[] b) => Parallel.For(0, b.Length, i => a[i + 64] = a[2 * i] + b[i]);

    [Parallel]
    public static void Kernel(int[] a, int[] b)
    {
        for (int i = 0; i < b.Length; i++)
            a[i + 64] = a[2 * i] + b[i];
    }
}

static class DRB206
{
    public static object[] Inputs(int n) => [new int[2 * n + 64], new int[n]];

    public static void Lambda(int[] a, int[] b) => Parallel.For(0, b.Length, i => a[2 * i] = a[i + 64] + b[i]);

    [Parallel]
    public static void Kernel(int[] a, int[] b)
    {
        for (int i = 0; i < b.Length; i++)
            a[2 * i] = a[i + 64] + b[i];
    }
}

static class DRB207
{
    public static object[] Inputs(int n) => [new int[n + 64], new int[n]];

    public static void Lambda(int[] a, int[] b) => Parallel.For(0, b.Length, i => a[i + 64] = a[i] + b[i]);

    [Parallel]
    public static void Kernel(int[] a, int[] b)
    {
        for (int i = 0; i < b.Length; i++)
            a[i + 64] = a[i] + b[i];
    }
}
