// A variable outside the loop that should have been private, a last value, a reduction or an induction variable.

static class DRB009
{
    public static int Lambda(int[] a)
    {
        int x = 0;
        Parallel.For(0, a.Length, i => x = i);
        return x;
    }

    [Parallel]
    public static int Kernel(int[] a)
    {
        int x = 0;
        for (int i = 0; i < a.Length; i++)
            x = i;
        return x;
    }
}

static class DRB010
{
    public static int Lambda(int n)
    {
        int x = 0;
        Parallel.For(0, n, i => { x = i; });
        return x;
    }

    [Parallel]
    public static int Kernel(int n)
    {
        int x = 0;
        for (int i = 0; i < n; i++)
            x = i;
        return x;
    }
}

static class DRB011
{
    public static int Lambda(int[] x)
    {
        int count = 0;
        Parallel.For(0, x.Length, k =>
        {
            int i = x.Length - 1 - k;
            if (x[i] <= 0)
                count--;
        });
        return count;
    }

    [Parallel]
    public static int Kernel(int[] x)
    {
        int count = 0;
        for (int i = x.Length - 1; i >= 0; i--)
        {
            if (x[i] <= 0)
                count--;
        }

        return count;
    }
}

static class DRB012
{
    public static int Lambda(int[] x, int n)
    {
        int count = 0;
        Parallel.For(0, n, i =>
        {
            if (x[i] <= 0)
                --count;
        });
        return count;
    }

    [Parallel]
    public static int Kernel(int[] x, int n)
    {
        int count = 0;
        for (int i = n - 1; i >= 0; i--)
        {
            if (x[i] <= 0)
                --count;
        }

        return count;
    }
}

static class DRB016
{
    public static int Lambda(int[] a)
    {
        int x = 10;
        Parallel.For(0, a.Length, i =>
        {
            a[i] = x;
            x = i;
        });
        return x;
    }

    [Parallel]
    public static int Kernel(int[] a)
    {
        int x = 10;
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = x;
            x = i;
        }

        return x;
    }
}

static class DRB017
{
    public static int Lambda(int[] a, int n)
    {
        int x = 10;
        Parallel.For(0, n, i =>
        {
            a[i] = x;
            x = i;
        });
        return x;
    }

    [Parallel]
    public static int Kernel(int[] a, int n)
    {
        int x = 10;
        for (int i = 0; i < n; i++)
        {
            a[i] = x;
            x = i;
        }

        return x;
    }
}

static class DRB018
{
    public static int Lambda(int[] source, int[] target)
    {
        int k = 0;
        Parallel.For(0, source.Length, i => target[k++] = source[i]);
        return k;
    }

    [Parallel]
    public static int Kernel(int[] source, int[] target)
    {
        int k = 0;
        for (int i = 0; i < source.Length; i++)
            target[k++] = source[i];
        return k;
    }
}

static class DRB019
{
    public static int Lambda(int[] source, int[] target, int n)
    {
        int k = 0;
        Parallel.For(0, n, i => { target[k++] = source[i]; });
        return k;
    }

    [Parallel]
    public static int Kernel(int[] source, int[] target, int n)
    {
        int k = 0;
        for (int i = 0; i < n; i++)
            target[k++] = source[i];
        return k;
    }
}

static class DRB020
{
    public static void Lambda(int[] a, int n)
    {
        int t;
        Parallel.For(0, n, i =>
        {
            t = a[i] + i;
            a[i] = t;
        });
    }

    [Parallel]
    public static void Kernel(int[] a, int n)
    {
        int t;
        for (int i = 0; i < n; i++)
        {
            t = a[i] + i;
            a[i] = t;
        }
    }
}

static class DRB021
{
    public static double Lambda(double[,] u)
    {
        double sum = 0;
        int n = u.GetLength(0), m = u.GetLength(1);
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < m; j++)
            {
                double t = u[i, j];
                sum += t * t;
            }
        });
        return sum;
    }

    [Parallel]
    public static double Kernel(double[,] u)
    {
        double sum = 0;
        int n = u.GetLength(0), m = u.GetLength(1);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                double t = u[i, j];
                sum += t * t;
            }
        }

        return sum;
    }
}

static class DRB022
{
    public static double Lambda(double[,] u, int n)
    {
        double sum = 0;
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                double t = u[i, j];
                sum = sum + t * t;
            }
        });
        return sum;
    }

    [Parallel]
    public static double Kernel(double[,] u, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double t = u[i, j];
                sum = sum + t * t;
            }
        }

        return sum;
    }
}

static class DRB028
{
    public static void Lambda(int[] a)
    {
        int t = 0;
        Parallel.ForEach(Enumerable.Range(0, a.Length), i =>
        {
            t = a[i] + i;
            a[i] = t;
        });
    }

    [Parallel]
    public static void Kernel(int[] a)
    {
        int t = 0;
        for (int i = 0; i < a.Length; i++)
        {
            t = a[i] + i;
            a[i] = t;
        }
    }
}

static class DRB035
{
    public static void Lambda(int[] a)
    {
        int t = 1;
        Parallel.For(0, a.Length, i =>
        {
            a[i] = t;
            t = a[i] + i;
        });
    }

    [Parallel]
    public static void Kernel(int[] a)
    {
        int t = 1;
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = t;
            t = a[i] + i;
        }
    }
}

static class DRB036
{
    public static void Lambda(int[] a, int n)
    {
        int t = 1;
        Parallel.For(0, n, i =>
        {
            a[i] = t;
            t = a[i] + i;
        });
    }

    [Parallel]
    public static void Kernel(int[] a, int n)
    {
        int t = 1;
        for (int i = 0; i < n; i++)
        {
            a[i] = t;
            t = a[i] + i;
        }
    }
}

static class DRB059
{
    public static int Lambda(int[] a)
    {
        int last = 0, n = a.Length;
        Parallel.For(0, n, i =>
        {
            int x = i;
            if (i == n - 1)
                last = x;
        });
        return last;
    }

    [Parallel]
    public static int Kernel(int[] a)
    {
        int x = 0;
        for (int i = 0; i < a.Length; i++)
            x = i;
        return x;
    }
}

static class DRB065
{
    public static double Lambda(int n)
    {
        double h = 1.0 / n, pi = 0;
        object gate = new();
        Parallel.For(
            0,
            n,
            () => 0.0,
            (i, state, own) =>
            {
                double x = (i + 0.5) * h;
                return own + 4.0 / (1.0 + x * x);
            },
            own =>
            {
                lock (gate)
                    pi += own;
            });
        return pi * h;
    }

    [Parallel]
    public static double Kernel(int n)
    {
        double h = 1.0 / n, pi = 0;
        for (int i = 0; i < n; i++)
        {
            double x = (i + 0.5) * h;
            pi += 4.0 / (1.0 + x * x);
        }

        return pi * h;
    }
}

static class DRB073
{
    public static void Lambda(int[,] a)
    {
        int n = a.GetLength(0), m = a.GetLength(1), j;
        Parallel.For(0, n, i =>
        {
            for (j = 0; j < m; j++)
                a[i, j]++;
        });
    }

    [Parallel]
    public static void Kernel(int[,] a)
    {
        int n = a.GetLength(0), m = a.GetLength(1), j;
        for (int i = 0; i < n; i++)
        {
            for (j = 0; j < m; j++)
                a[i, j]++;
        }
    }
}

static class DRB095
{
    public static void Lambda(int[,] a, int n)
    {
        int j = 0;
        var tasks = new Task[n];
        for (int i = 0; i < n; i++)
        {
            int row = i;
            tasks[i] = Task.Run(() =>
            {
                for (j = 0; j < n; j++)
                    a[row, j] += 1;
            });
        }

        Task.WaitAll(tasks);
    }

    [Parallel]
    public static void Kernel(int[,] a, int n)
    {
        int j = 0;
        for (int i = 0; i < n; i++)
        {
            for (j = 0; j < n; j++)
                a[i, j] += 1;
        }
    }
}

static class DRB097
{
    public static object[] Inputs(int n) => [new double[256 * (n / 16 + 1)], new double[256 * (n / 16 + 1)]];

    public static double Lambda(double[] a, double[] b)
    {
        const int Block = 256;
        var partial = new double[a.Length / Block];
        Parallel.For(0, partial.Length, k =>
        {
            double sum = 0;
            for (int i = k * Block; i < (k + 1) * Block; i++)
                sum += a[i] * b[i];
            partial[k] = sum;
        });
        return partial.Sum();
    }

    [Parallel]
    public static double Kernel(double[] a, double[] b)
    {
        const int Block = 256;
        double sum = 0;
        for (int k = 0; k < a.Length / Block; k++)
        {
            for (int i = k * Block; i < (k + 1) * Block; i++)
                sum += a[i] * b[i];
        }

        return sum;
    }
}

static class DRB109
{
    public static int Lambda(int n)
    {
        int x = 0;
        Parallel.For(0, n, i => { x++; });
        return x;
    }

    [Parallel]
    public static int Kernel(int n)
    {
        int x = 0;
        for (int i = 0; i < n; i++)
            x++;
        return x;
    }
}

static class DRB111
{
    public static void Lambda(double[] a, double[] b, double[] c)
    {
        int j = 0;
        Parallel.For(0, a.Length, i =>
        {
            c[j] += a[i] * b[i];
            j++;
        });
    }

    [Parallel]
    public static void Kernel(double[] a, double[] b, double[] c)
    {
        int j = 0;
        for (int i = 0; i < a.Length; i++)
        {
            c[j] += a[i] * b[i];
            j++;
        }
    }
}

static class DRB112
{
    public static void Lambda(double[] a, double[] b, double[] c, int n)
    {
        const int First = 0;
        Parallel.For(0, n, i =>
        {
            int j = First + i;
            c[j] += a[i] * b[i];
            j++;
        });
    }

    [Parallel]
    public static void Kernel(double[] a, double[] b, double[] c, int n)
    {
        int j = 0;
        for (int i = 0; i < n; i++)
        {
            c[j] += a[i] * b[i];
            j++;
        }
    }
}

static class DRB145
{
    public static int Lambda(int n)
    {
        int total = 0;
        Parallel.For(0, n, () => 0, (i, _, own) => own + 1, own => Interlocked.Add(ref total, own));
        return total;
    }

    [Parallel]
    public static int Kernel(int n)
    {
        int total = 0;
        for (int i = 0; i < n; i++)
            total++;
        return total;
    }
}

static class DRB151
{
    public static int Lambda(int n)
    {
        int v = 0;
        Parallel.For(0, n, _ => v++);
        return v;
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

static class DRB153
{
    public static int Lambda(int n)
    {
        int v = 0;
        ParallelEnumerable.Range(0, n).ForAll(i => v += 1);
        return v;
    }

    [Parallel]
    public static int Kernel(int n)
    {
        int v = 0;
        for (int i = 0; i < n; i++)
            v += 1;
        return v;
    }
}

static class DRB170
{
    public static void Lambda(double[,,] a)
    {
        int n = a.GetLength(0), m = a.GetLength(1), l = a.GetLength(2);
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < m; j++)
            {
                for (int k = 0; k < l; k++)
                {
                    double t = 6.0 / m;
                    a[i, j, k] = t + 4;
                }
            }
        });
    }

    [Parallel]
    public static void Kernel(double[,,] a)
    {
        int n = a.GetLength(0), m = a.GetLength(1), l = a.GetLength(2);
        double t;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                for (int k = 0; k < l; k++)
                {
                    t = 6.0 / m;
                    a[i, j, k] = t + 4;
                }
            }
        }
    }
}
