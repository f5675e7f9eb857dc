// numba's TestPrangeBasic: how a loop is written, where it begins and ends, and sums.

static class Prange01
{
    [Parallel]
    public static double[] Kernel(int n)
    {
        var a = new double[n];
        foreach (int i in Prange(n))
            a[i] = 2.0 * i;
        return a;
    }
}

static class Prange02
{
    [Parallel]
    public static double[] Kernel(int n)
    {
        var a = new double[n];
        foreach (int i in Prange(1, n))
            a[i - 1] = 2.0 * i;
        return a;
    }
}

static class Prange03
{
    [Parallel]
    public static int Kernel(int n)
    {
        int s = 10;
        foreach (int i in Prange(n))
            s += 2;
        return s;
    }
}

static class Prange03mul
{
    [Parallel]
    public static int Kernel(int n)
    {
        int s = 3;
        foreach (int i in Prange(n))
            s *= 2;
        return s;
    }
}

static class Prange03sub
{
    [Parallel]
    public static int Kernel(int n)
    {
        int s = 100;
        foreach (int i in Prange(n))
            s -= 2;
        return s;
    }
}

static class Prange03div
{
    [Parallel]
    public static double Kernel(int n)
    {
        double s = 10;
        foreach (int i in Prange(n))
            s /= 2;
        return s;
    }
}

static class Prange04
{
    [Parallel]
    public static double[] Kernel(int n, int a, double b)
    {
        var values = new double[n];
        foreach (int i in Prange(n))
        {
            if (i == a)
                values[i] = b;
            else
                values[i] = 0;
        }

        return values;
    }

    public static object[] Inputs(int size) => [size, size / 2, 3.5];
}

static class Prange05
{
    [Parallel]
    public static double Kernel(double[] a)
    {
        double s = 0;
        foreach (int i in Prange(1, a.Length - 1, 1))
            s += a[i];
        return s;
    }
}

static class Prange06
{
    [Parallel]
    public static double Kernel(double[] a)
    {
        double s = 0;
        foreach (int i in Prange(1, 1, 1))
            s += a[0];
        return s;
    }
}

static class Prange07
{
    [Parallel]
    public static double Kernel(double[] a)
    {
        double s = 0;
        foreach (int i in Prange(a.Length, 1))
            s += a[i];
        return s;
    }
}

static class Prange08
{
    [Parallel]
    public static double Kernel(double[] a)
    {
        double acc = 0;
        foreach (int i in Prange(a.Length))
        {
            foreach (int j in Prange(a.Length))
                acc += a[i];
        }

        return acc;
    }

    public static object[] Inputs(int size) => [Data.Doubles(Math.Min(size, 600))];
}

static class Prange081
{
    [Parallel]
    public static double Kernel(double[] a)
    {
        double acc = 0;
        foreach (int i in Prange(4))
        {
            foreach (int j in Prange(4))
                acc += a[i];
        }

        return acc;
    }

    public static object[] Inputs(int size) => [Data.Doubles(size + 4)];
}

static class Prange09
{
    [Parallel]
    public static int Kernel(int n)
    {
        int acc = 0;
        for (int i = 0; i < 5; i++)
        {
            foreach (int j in Prange(n))
                acc += 1;
        }

        return acc;
    }
}

static class Prange10
{
    [Parallel]
    public static int Kernel(int n)
    {
        int acc2 = 0;
        foreach (int j in Prange(n))
        {
            int acc1 = 0;
            for (int i = 0; i < 50; i++)
                acc1 += 1;
            acc2 += acc1;
        }

        return acc2;
    }
}

static class Prange11
{
    [Parallel]
    public static List<double> Kernel(int n)
    {
        var values = new List<double>();
        foreach (int j in Prange(n))
            values.Add(Math.Sin(j));
        return values;
    }
}

static class Prange12
{
    [Parallel]
    public static int Kernel(double[] x)
    {
        int acc = 0;
        foreach (int i in Prange(-x.Length))
            acc += 1;
        return acc;
    }
}

static class Prange13
{
    [Parallel]
    public static int Kernel(short n)
    {
        int acc = 0;
        foreach (int i in Prange(n))
            acc += 1;
        return acc;
    }

    public static object[] Inputs(int size) => [(short)size];
}

static class Prange14
{
    [Parallel]
    public static double Kernel(double[] a)
    {
        double s = 3;
        foreach (int i in Prange(a.Length))
            s += a[i] * 2;
        return s;
    }
}

static class Prange15
{
    [Parallel]
    public static double Kernel(int n)
    {
        double acc = 0;
        foreach (int i in Prange(n))
        {
            double[,] x = new double[,] { { 1 } };
            acc += x[0, 0];
        }

        return acc;
    }
}

static class Prange16
{
    [Parallel]
    public static int Kernel(int n)
    {
        int acc = 0;
        foreach (int i in Prange(-n, n))
            acc += 2;
        return acc;
    }
}

static class Prange17
{
    [Parallel]
    public static double Kernel(double[] x)
    {
        double acc = 0;
        foreach (int i in Prange(-x.Length, x.Length))
            acc += x[i < 0 ? i + x.Length : i];
        return acc;
    }
}

static class Prange18
{
    [Parallel]
    public static double Kernel(double[] x)
    {
        double acc = 0;
        foreach (int i in Prange(-x.Length, 5))
        {
            acc += x[i < 0 ? i + x.Length : i];
            foreach (int j in Prange(-4, x.Length))
                acc += x[j < 0 ? j + x.Length : j];
        }

        return acc;
    }

    public static object[] Inputs(int size) => [Data.Doubles(Math.Min(size, 400) + 5)];
}

static class Prange19
{
    [Parallel]
    public static double Kernel(double[,] x)
    {
        int n = x.GetLength(0), m = x.GetLength(1);
        double acc = 0;
        foreach (int i in Prange(-n, n))
        {
            foreach (int j in Prange(-m, m))
                acc += x[i < 0 ? i + n : i, j < 0 ? j + m : j];
        }

        return acc;
    }
}

static class Prange20
{
    [Parallel]
    public static double Kernel(double[] x)
    {
        double acc = 0;
        foreach (int i in Prange(-1, x.Length))
            acc += x[i < 0 ? i + x.Length : i];
        return acc;
    }
}

static class Prange21
{
    [Parallel]
    public static int Kernel(int n)
    {
        int acc = n;
        foreach (int i in Prange(-3, -1))
            acc += 3;
        return acc;
    }
}

static class Prange22
{
    [Parallel]
    public static double[] Kernel(int n)
    {
        int b = n / 2;
        var a = new double[2 * b];
        foreach (int i in Prange(-b, b))
        {
            if (i == 0)
                a[i + b] = 3;
            else if (i == 1)
                a[i + b] = 4;
            else
                a[i + b] = 7;
        }

        return a;
    }
}

static class Prange23
{
    [Parallel]
    public static void Kernel(double[] a)
    {
        foreach (int i in Prange(a.Length / 2))
            a[2 * i] = i;
    }
}

static class Prange24
{
    [Parallel]
    public static void Kernel(double[] a)
    {
        int n = a.Length / 2;
        foreach (int i in Prange(-n, 0))
            a[2 * (i + n)] = i;
    }
}

static class Prange25
{
    [Parallel]
    public static double[][] Kernel(double[] a, int n)
    {
        var buffer = new double[n][];
        foreach (int i in Prange(n))
        {
            var row = new double[a.Length];
            for (int j = 0; j < a.Length; j++)
                row[j] = a[j] + i;
            buffer[i] = row;
        }

        return buffer;
    }

    public static object[] Inputs(int size) => [Data.Doubles(20), size];
}

static class Prange26
{
    [Parallel]
    public static void Kernel(double[] a)
    {
        var b = a.AsSpan(0, a.Length / 2 * 2);
        int n = b.Length / 6;
        foreach (int i in Prange(n))
            b[2 * (3 * i)] = i;
    }
}

static class Prange27
{
    [Parallel]
    public static int Kernel(double[] a, int n)
    {
        int count = 0;
        for (int c = 1; c < 4; c++)
        {
            foreach (int i in Prange(n))
            {
                double[] z = [Math.Abs(a[c - 1]), Math.Abs(a[c])];
                count++;
            }
        }

        return count;
    }

    public static object[] Inputs(int size) => [Data.Doubles(10), size];
}

static class Prange28
{
    [Parallel]
    public static double[] Kernel(double[,] x, int[,] y)
    {
        int n = y.GetLength(0), m = x.GetLength(1);
        var result = new double[n];
        foreach (int k in Prange(n))
        {
            int first = y[k, 0], second = y[k, 1];
            double sum = 0;
            for (int j = 0; j < m; j++)
                sum += x[first, j] - x[second, j];
            result[k] = sum;
        }

        return result;
    }

    public static object[] Inputs(int size) => [Data.Table(10, 7), Data.Pairs(size, 10)];
}

static class Prange29
{
    [Parallel]
    public static int Kernel(int n, bool flag)
    {
        int acc = 0;
        if (flag)
        {
            foreach (int i in Prange(n))
                acc += 1;
        }
        else
        {
            foreach (int i in Prange(n))
                acc -= 3;
        }

        return acc;
    }

    public static object[] Inputs(int size) => [size, size % 3 == 0];
}

static class Prange30
{
    [Parallel]
    public static double[,] Kernel(double[] x, double[] parameters, int chunks)
    {
        int n = x.Length;
        int length = (n + chunks - 1) / chunks;
        var result = new double[parameters.Length, n];
        foreach (int c in Prange(chunks))
        {
            int start = c * length;
            int stop = Math.Min(start + length, n);
            for (int r = 0; r < parameters.Length; r++)
            {
                for (int j = start; j < stop; j++)
                    result[r, j] = x[j] * parameters[r];
            }
        }

        return result;
    }

    public static object[] Inputs(int size) => [Data.Doubles(size), Data.Doubles(3), 7];
}
