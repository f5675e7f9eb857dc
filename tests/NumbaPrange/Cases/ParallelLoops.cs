// numba's TestParfors: reductions of every kind, and loops in a row.

static class Cfg
{
    [Parallel]
    public static double[] Kernel(double[] x)
    {
        int n = x.Length, half = n / 2;
        var isPositive = new double[n];
        foreach (int c in Prange(2))
        {
            int start = c * half;
            int stop = c == 0 ? half : n;
            for (int j = start; j < stop; j++)
            {
                isPositive[j] = 0;
                if (x[j] > 0)
                    isPositive[j] = 1;
            }
        }

        return isPositive;
    }
}

static class UseOfReductionVar1
{
    [Parallel]
    public static double Kernel(int n)
    {
        double acc = 16;
        foreach (int i in Prange(n))
            acc = Math.Sqrt(acc);
        return acc;
    }
}

static class UnsupportedFloordiv1
{
    [Parallel]
    public static int Kernel(int n)
    {
        int acc = 100;
        foreach (int i in Prange(n))
            acc /= 2;
        return acc;
    }
}

static class UnsupportedXor1
{
    [Parallel]
    public static int Kernel(int n)
    {
        int acc = 100;
        foreach (int i in Prange(n))
            acc ^= i + 2;
        return acc;
    }
}

static class ParforArrayAccess2
{
    [Parallel]
    public static double Kernel(double[] a)
    {
        double m = 0, n = 0;
        foreach (int i in Prange(a.Length))
            m += a[i];
        foreach (int i in Prange(a.Length))
        {
            if (m == n)
                n += a[i];
        }

        return m + n;
    }
}

static class ParforArrayAccess3
{
    [Parallel]
    public static int Kernel(int[] a)
    {
        int m = a.Length - 1;
        int sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i];
            if (i == 10)
                i = m;
        }

        return sum;
    }
}

static class ParforDtypeType
{
    [Parallel]
    public static void Kernel(float[] a)
    {
        foreach (int i in Prange(a.Length))
            a[i] = default;
    }
}

static class ParforArrayAccess5
{
    [Parallel]
    public static double Kernel(double[,] x)
    {
        double y = 0;
        foreach (int i in Prange(x.GetLength(0)))
        {
            double row = 0;
            for (int j = 0; j < x.GetLength(1); j++)
                row += x[i, j];
            y += row;
        }

        return y;
    }
}

static class ParforHoistSetitem
{
    [Parallel]
    public static void Kernel(double[] values)
    {
        foreach (int i in Prange(10))
            values[0] = 2 * values[0];
    }
}

static class ReductionVarReuse
{
    [Parallel]
    public static int Kernel(int n)
    {
        int acc = 0;
        foreach (int i in Prange(n))
            acc += 1;
        foreach (int i in Prange(n))
            acc += 2;
        return acc;
    }
}

static class NonIdentityInitial
{
    [Parallel]
    public static int Kernel(int[] x)
    {
        int s = 1;
        foreach (int i in Prange(x.Length))
        {
            if (x[i] > 0)
                s += 1;
        }

        return s;
    }
}

static class IfNotElseReduction
{
    [Parallel]
    public static int Kernel(int[] x)
    {
        int s = 1, t = 10;
        foreach (int i in Prange(x.Length))
        {
            if (x[i] > 0)
                s += 1;
            else if (x[i] < -2)
                t += 1;
        }

        return s * 100_000 + t;
    }
}

static class OneDArrayReduction
{
    [Parallel]
    public static double[] Kernel(int n)
    {
        var result = new double[1];
        foreach (int i in Prange(n))
        {
            for (int j = 0; j < result.Length; j++)
                result[j] += i;
        }

        return result;
    }
}

static class TwoDArrayReduction
{
    [Parallel]
    public static int[,] Kernel(int[,] tmp, int n)
    {
        var result = new int[13, 17];
        foreach (int i in Prange(n))
        {
            for (int r = 0; r < tmp.GetLength(0); r++)
            {
                for (int c = 0; c < tmp.GetLength(1); c++)
                    result[r, c] += (int)tmp[r, c];
            }
        }

        return result;
    }

    public static object[] Inputs(int size) => [Data.Integers(13, 17), Math.Min(size, 500)];
}

static class TwoDArrayReductionReuse
{
    [Parallel]
    public static int[,] Kernel(int[,] tmp, int n)
    {
        var result = new int[13, 17];
        foreach (int i in Prange(n))
        {
            for (int r = 0; r < tmp.GetLength(0); r++)
            {
                for (int c = 0; c < tmp.GetLength(1); c++)
                    result[r, c] += (int)tmp[r, c];
            }
        }

        foreach (int i in Prange(n))
        {
            for (int r = 0; r < tmp.GetLength(0); r++)
            {
                for (int c = 0; c < tmp.GetLength(1); c++)
                    result[r, c] += (int)tmp[r, c];
            }
        }

        return result;
    }

    public static object[] Inputs(int size) => [Data.Integers(13, 17), Math.Min(size, 500)];
}

static class TwoDArrayReductionWithFloatSizes
{
    [Parallel]
    public static float[,] Kernel(double[,] tmp, int n)
    {
        var result = new float[13, 17];
        foreach (int i in Prange(n))
        {
            for (int r = 0; r < tmp.GetLength(0); r++)
            {
                for (int c = 0; c < tmp.GetLength(1); c++)
                    result[r, c] += (float)tmp[r, c];
            }
        }

        return result;
    }

    public static object[] Inputs(int size) => [Data.Table(13, 17), Math.Min(size, 500)];
}

static class TwoDArrayReductionProd
{
    [Parallel]
    public static int[,] Kernel(int[,] tmp, int n)
    {
        var result = new int[13, 17];
        for (int r = 0; r < 13; r++)
        {
            for (int c = 0; c < 17; c++)
                result[r, c] = 1;
        }

        foreach (int i in Prange(n))
        {
            for (int r = 0; r < tmp.GetLength(0); r++)
            {
                for (int c = 0; c < tmp.GetLength(1); c++)
                    result[r, c] *= (int)tmp[r, c];
            }
        }

        return result;
    }

    public static object[] Inputs(int size) => [Data.Integers(13, 17), Math.Min(size, 500)];
}

static class ThreeDArrayReduction
{
    [Parallel]
    public static double[,,] Kernel(int n)
    {
        var result = new double[3, 2, 5];
        foreach (int i in Prange(n))
        {
            for (int a = 0; a < 3; a++)
            {
                for (int b = 0; b < 2; b++)
                {
                    for (int c = 0; c < 5; c++)
                        result[a, b, c] += 1;
                }
            }
        }

        return result;
    }
}

static class NoHoistingWithMemberFunctionCall
{
    [Parallel]
    public static int Kernel(int n)
    {
        int acc = 0;
        foreach (int i in Prange(n))
        {
            var values = new HashSet<int> { 1, 2, 3 };
            values.Add(i);
            foreach (int value in values)
                acc += value;
        }

        return acc;
    }
}

static class PrangeSideEffects
{
    [Parallel]
    public static double[] Kernel(double[] a, double[] b)
    {
        var data = new double[a.Length];
        foreach (int i in Prange(a.Length))
            data[i] = a[i];
        foreach (int i in Prange(a.Length))
            data[i] += b[i];
        return data;
    }
}

static class Tuples
{
    [Parallel]
    public static void Kernel(double[] a)
    {
        (double, double) plain = (5, 9);
        (double X, double Y) named = (1, 4);
        foreach (int i in Prange(a.Length))
            a[i] += plain.Item1 + plain.Item2 + 3;
        foreach (int i in Prange(a.Length))
            a[i] += named.X * named.Y;
    }
}

static class PrangeUnknownCall1
{
    [Parallel]
    public static void Kernel(int[,] u)
    {
        int n = u.GetLength(0) - 1, m = u.GetLength(1);
        for (int parity = 0; parity < 2; parity++)
        {
            foreach (int i in Prange(n))
            {
                for (int j = 0; j < m; j++)
                {
                    if ((i + j) % 2 == parity)
                        Next(u, i, j);
                }
            }
        }
    }

    private static void Next(int[,] u, int i, int j) => u[i, j] = u[i + 1, j] + 1;
}

static class PrangeIndexCalc1
{
    [Parallel]
    public static void Kernel(int[,] u)
    {
        int n = u.GetLength(0) - 1, m = u.GetLength(1);
        for (int parity = 0; parity < 2; parity++)
        {
            foreach (int i in Prange(n))
            {
                for (int j = (i + parity) % 2; j < m; j += 2)
                    u[i, j] = u[i + 1, j] + 1;
            }
        }
    }
}

static class PrangeReverseOrder1
{
    [Parallel]
    public static void Kernel(double[,] a, double[,] b)
    {
        int n = a.GetLength(0);
        foreach (int i in Prange(n))
        {
            for (int j = 0; j < n; j++)
                a[i, j] = b[i, j] + 1;
        }

        foreach (int i in Prange(n))
        {
            for (int j = 0; j < n; j++)
                b[j, i] = 3;
        }
    }
}

static class PrangeParforIndexThenNot
{
    [Parallel]
    public static double Kernel(double[] a)
    {
        double b = 0;
        foreach (int i in Prange(a.Length))
            a[i] = i;
        foreach (int i in Prange(a.Length))
            b += a[5];
        return b;
    }

    public static object[] Inputs(int size) => [Data.Doubles(size + 5)];
}

static class PrangeParforIndexConstTupleFusion
{
    [Parallel]
    public static double Kernel(double[] a, double[] t)
    {
        double acc = 0;
        foreach (int i in Prange(a.Length))
            a[i] = i + t[i];
        foreach (int i in Prange(a.Length))
            acc += a[i] + t[1];
        return acc;
    }

    public static object[] Inputs(int size) => [Data.Doubles(size + 1), Data.Doubles(size + 1)];
}

static class PrangeNonParforIndexThenOpposite
{
    [Parallel]
    public static double[] Kernel(double[] a)
    {
        var b = new double[a.Length];
        foreach (int i in Prange(a.Length))
            b[i] = a[5];
        foreach (int i in Prange(a.Length))
            a[i] = i;
        return b;
    }

    public static object[] Inputs(int size) => [Data.Doubles(size + 5)];
}

static class PrangeOptional
{
    [Parallel]
    public static void Kernel(double[] values, bool? predicate)
    {
        foreach (int i in Prange(values.Length))
        {
            if (predicate == true)
                values[i] = 0;
        }
    }

    public static object[] Inputs(int size) => [Data.Doubles(size), size % 3 == 0 ? null : true];
}

static class UntracedValueParfor
{
    [Parallel]
    public static double Kernel(double[] values, double c, double d)
    {
        int n = values.Length;
        var scaled = new double[n];
        var moved = new double[n];
        double total = 0;
        foreach (int i in Prange(n))
            scaled[i] = values[i] * c;
        foreach (int i in Prange(n))
            moved[i] = scaled[i] - d;
        foreach (int i in Prange(n))
            total += moved[i];
        return total;
    }

    public static object[] Inputs(int size) => [Data.Doubles(size), 2.0, 3.0];
}

static class Issue8515
{
    [Parallel]
    public static int[] Kernel(int n)
    {
        var c = new int[n];
        var r = new int[n];
        foreach (int i in Prange(n))
            c[i] = i * i;
        foreach (int i in Prange(1, n))
            r[i] = c[i] - c[i - 1];
        return r;
    }
}

static class Issue9029
{
    [Parallel]
    public static double[] Kernel(double[] x)
    {
        var result = new double[30 * 30];
        for (int i = 0; i < 30; i++)
        {
            for (int j = 0; j < 30; j++)
            {
                var t = new double[6];
                foreach (int k in Prange(6))
                    t[k] = x[k] * i;
                foreach (int k in Prange(6))
                    t[k] += j;
                double sum = 0;
                foreach (int k in Prange(6))
                    sum += t[k];
                result[i * 30 + j] = sum;
            }
        }

        return result;
    }

    public static object[] Inputs(int size) => [Data.Doubles(size + 6)];
}

static class Issue9256LowerSroaConflict
{
    [Parallel]
    public static int Kernel(int n, int x)
    {
        int c = 0, d = 0;
        foreach (int i in Prange(n))
        {
            c = i;
            if (c > 0)
                d = x + 4;
        }

        return c + d;
    }

    public static object[] Inputs(int size) => [size, 3];
}
