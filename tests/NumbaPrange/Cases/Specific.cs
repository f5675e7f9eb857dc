// numba's TestPrangeSpecific: what each iteration has for itself, aliases, races.

static class PrangeTwoInstancesSameReductionVar
{
    [Parallel]
    public static int Kernel(int n)
    {
        int c = 0;
        foreach (int i in Prange(n))
        {
            c += 1;
            if (i > 10)
                c += 1;
        }

        return c;
    }
}

static class PrangeConflictingReductionOps
{
    [Parallel]
    public static int Kernel(int n)
    {
        int c = 0;
        foreach (int i in Prange(n))
        {
            c += 1;
            if (i > 10)
                c *= 1;
        }

        return c;
    }
}

static class PrangeTwoConditionalReductions
{
    [Parallel]
    public static int Kernel(int[] x)
    {
        int a = 0, b = 0;
        foreach (int i in Prange(x.Length))
        {
            int k = i % 3;
            if (k == 2)
                a += 1;
            else if (x[i] > 0)
                b += 1;
        }

        return a * 1000 + b;
    }
}

static class PrangeNestedReduction1
{
    [Parallel]
    public static int Kernel(int n)
    {
        int a = 0;
        foreach (int i in Prange(n))
        {
            for (int j = 0; j < 9; j++)
            {
                if (j > i % 5)
                    a += 1;
            }
        }

        return a;
    }
}

static class CheckErrorModel
{
    [Parallel]
    public static int[] Kernel(int n)
    {
        var a = new int[n];
        foreach (int i in Prange(n))
            a[i] = 1 / i;
        return a;
    }
}

static class CheckAliasAnalysis
{
    [Parallel]
    public static void Kernel(double[][] a)
    {
        foreach (int i in Prange(a.Length))
        {
            double[] b = a[i];
            for (int j = 0; j < b.Length; j++)
                b[j] = 1;
        }
    }

    public static object[] Inputs(int size) => [Data.Rows(size, 12)];
}

static class PrangeRaisesInvalidStepSize
{
    [Parallel]
    public static int Kernel(int n)
    {
        int acc = 0;
        foreach (int i in Prange(0, n, 2))
            acc += i;
        return acc;
    }
}

static class PrangeFastmathCheckWorks
{
    [Parallel]
    public static double Kernel(int n)
    {
        double a = 0;
        foreach (int i in Prange(n))
            a += i / 2.0;
        return a;
    }
}

static class ParforAlias1
{
    [Parallel]
    public static void Kernel(double[][] b)
    {
        double[] a = b[0];
        foreach (int j in Prange(a.Length))
            a[j] = j + 1;
    }

    public static object[] Inputs(int size) => [Data.Rows(2, size)];
}

static class ParforAlias2
{
    [Parallel]
    public static void Kernel(double[][] b)
    {
        foreach (int i in Prange(b.Length))
        {
            double[] a = b[i];
            foreach (int j in Prange(a.Length))
                a[j] = i + j;
        }
    }

    public static object[] Inputs(int size) => [Data.Rows(size, 9)];
}

static class ParforAlias3
{
    [Parallel]
    public static void Kernel(double[][][] b)
    {
        foreach (int i in Prange(b.Length))
        {
            double[][] a = b[i];
            foreach (int j in Prange(a.Length))
            {
                double[] c = a[j];
                foreach (int k in Prange(c.Length))
                    c[k] = i + j + k;
            }
        }
    }

    public static object[] Inputs(int size) => [Enumerable.Range(0, Math.Min(size, 500)).Select(_ => Data.Rows(3, 5)).ToArray()];
}

static class ParforRace1
{
    [Parallel]
    public static int Kernel(int n, int x)
    {
        int k = 0;
        foreach (int j in Prange(n))
            k = x;
        return k;
    }

    public static object[] Inputs(int size) => [size, 7];
}

static class NestedParforPushCallVars
{
    [Parallel]
    public static int Kernel(int n)
    {
        int b = 0;
        foreach (int i in Prange(n))
        {
            for (int j = 0; j < 5; j++)
                b += Value(i, j);
        }

        return b;
    }

    private static int Value(int i, int j) => i - 2 * j;
}

static class CopyGlobalForParfor
{
    [Parallel]
    public static double[] Kernel(double[,] z)
    {
        int m = z.GetLength(1);
        var sums = new double[m];
        var counts = new double[m];
        foreach (int i in Prange(1))
        {
            for (int t = 0; t < m; t++)
            {
                sums[t] += Math.Exp(z[i, t]);
                counts[t] += Math.Exp(z[i, t] / 2);
            }
        }

        for (int t = 0; t < m; t++)
            sums[t] -= counts[t];
        return sums;
    }
}

static class MultipleCallGetattrObject
{
    [Parallel]
    public static int Kernel(int n)
    {
        int b = 0;
        foreach (int i in Prange(n))
            b += Functions.F(n);
        return b;
    }

    internal static class Functions
    {
        public static int F(int n) => n % 7 + 1;
    }
}

static class ArgumentAliasRecarrayField
{
    [Parallel]
    public static void Kernel(ArgumentAliasRecarrayField.Record[] n)
    {
        foreach (int i in Prange(n.Length))
            n[i].X = 7;
    }

    public struct Record
    {
        public double X;
        public double Y;
    }

    public static object[] Inputs(int size) => [new Record[size]];
}

static class MutableListParam
{
    [Parallel]
    public static int Kernel(int n)
    {
        int last = 0;
        foreach (int i in Prange(n))
        {
            var x = new List<int> { 100 };
            Change(x, i);
            last = x[0];
        }

        return last;
    }

    private static void Change(List<int> values, int i) => values[0] += i;
}

static class ListComprehensionPrange
{
    [Parallel]
    public static int[] Kernel(int[][] x)
    {
        var lengths = new int[x.Length];
        foreach (int i in Prange(x.Length))
            lengths[i] = x[i].Length;
        return lengths;
    }

    public static object[] Inputs(int size) => [Enumerable.Range(0, size).Select(i => new int[i % 9]).ToArray()];
}

static class SsaFalseReduction
{
    [Parallel]
    public static double[] Kernel(double[] x)
    {
        var result = new double[x.Length];
        double h = 0;
        foreach (int i in Prange(x.Length))
        {
            h = x[i];
            if (h < 0)
                h = 0;
            result[i] = h + 1;
        }

        return result;
    }
}

static class ListSetitemHoisting
{
    [Parallel]
    public static int[] Kernel(int n)
    {
        var a = new int[n];
        foreach (int k in Prange(n))
        {
            var x = new List<int> { 0 };
            x[0] = 1;
            a[k] = x[0];
        }

        return a;
    }
}

static class TupleHoisting
{
    [Parallel]
    public static double[] Kernel(int n)
    {
        var a = new double[n];
        foreach (int i in Prange(n))
        {
            var pair = (Values: new double[] { i, i + 1 }, Factor: 2);
            a[i] = pair.Values[1] * pair.Factor;
        }

        return a;
    }
}

static class CallHoisting
{
    [Parallel]
    public static double[] Kernel(int n)
    {
        var a = new double[n];
        foreach (int i in Prange(n))
        {
            double[] row = Make(i);
            row[0] += 1;
            a[i] = row[0];
        }

        return a;
    }

    private static double[] Make(int i) => [i, 0];
}

static class RecordArraySetitem
{
    [Parallel]
    public static void Kernel(RecordArraySetitem.State[] states)
    {
        foreach (int i in Prange(states.Length))
            states[i].Var = 1;
    }

    public struct State
    {
        public int Var;
    }

    public static object[] Inputs(int size) => [new State[size]];
}

static class RecordArraySetitemYieldArray
{
    [Parallel]
    public static void Kernel(RecordArraySetitemYieldArray.States states)
    {
        foreach (int i in Prange(states.X.Length))
            states.X[i] = 7 + i;
    }

    public sealed class States(int size)
    {
        public int[] X { get; } = new int[size];
    }

    public static object[] Inputs(int size) => [new States(size)];
}

static class Issue7501
{
    [Parallel]
    public static int[] Kernel(int n, bool flag)
    {
        var result = new int[n];
        if (flag)
        {
            foreach (int i in Prange(n))
                result[i] += 1;
        }
        else
        {
            foreach (int i in Prange(n))
                result[i] += 1;
            foreach (int i in Prange(n))
                result[i] += 2;
        }

        return result;
    }

    public static object[] Inputs(int size) => [size, size % 3 == 0];
}

static class KdeExample
{
    [Parallel]
    public static double Kernel(double[] x)
    {
        const double Width = 0.5;
        double[] points = [-1.0, 2.0, 5.0];
        double exps = 0;
        foreach (int i in Prange(x.Length))
        {
            var d = new double[points.Length];
            for (int j = 0; j < points.Length; j++)
                d[j] = -(x[i] - points[j]) * (x[i] - points[j]) / (2 * Width * Width);
            double m = d[0];
            for (int j = 1; j < d.Length; j++)
                m = Math.Min(m, d[j]);
            double sum = 0;
            for (int j = 0; j < d.Length; j++)
                sum += Math.Exp(d[j] - m);
            exps += m - Math.Log(Width * points.Length) + Math.Log(sum);
        }

        return exps;
    }
}

static class Issue7578
{
    [Parallel]
    public static double[] Kernel(double[] x, int n)
    {
        var a = new double[n];
        foreach (int i in Prange(n))
        {
            double sum = 0;
            for (int j = 0; j < x.Length; j++)
                sum += Math.Cos(x[j]);
            a[i] = sum;
        }

        return a;
    }

    public static object[] Inputs(int size) => [Data.Doubles(10), size];
}
