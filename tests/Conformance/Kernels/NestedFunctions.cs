namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops that call local functions and lambdas of their method.</summary>
public static class NestedFunctions
{
    private static readonly double[] _weights = [1, 2, 4, 8];

    [Parallel]
    public static void OfTheIndex(double[] x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double Scaled(double v) => v * i;
            x[i] = Scaled(x[i]) + Scaled(1);
        }
    }

    [Parallel]
    public static void LambdaOfTheIndex(double[] x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            Func<double, double> scaled = v => v * i;
            x[i] = scaled(x[i]);
        }
    }

    [Parallel]
    public static void OutsideTheLoop(double[] x, double[] y, double a)
    {
        double Value(int k) => (x[k] * a) + _weights[k & 3];
        for (int i = 0; i < x.Length; i++)
            y[i] = Value(i);
    }

    [Parallel]
    public static void Chain(int[] x, int[] y, int a)
    {
        int Outer(int v) => Inner(v) + Inner(1);
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Outer(x[i]);
        }

        int Inner(int v)
        {
            // Of several statements.
            if (v < 0)
                return -v;
            return v + a;
        }
    }

    [Parallel]
    public static int InsideCallsOutside(int[] x, int[] y, int a)
    {
        int Outer(int v) => (v * a) + 1;
        int sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            int Inner() => x[i] + Outer(i);
            y[i] = Inner();
            sum += y[i];
        }

        return sum;
    }

    [Parallel]
    public static void Texts(int[] x, string[] y, string prefix)
    {
        string Text(int v) => $"{prefix}{v}";
        static string Twice(string text) => text + text;
        for (int i = 0; i < x.Length; i++)
            y[i] = Twice(Text(x[i])) + string.Concat(prefix.Select(c => Text(c)));
    }

    [Parallel]
    public static int IndexDeclaredOutside(int[] x, int[] y)
    {
        int i;
        int Value() => x[i] ^ i;
        for (i = 0; i < x.Length; i++)
            y[i] = Value();
        return i;
    }

    [Parallel]
    public static void WritesTheElement(int[] x, int[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            void Copy(int value)
            {
                if (value > 0)
                    y[i] = value;
            }

            Copy(x[i]);
        }
    }

    [Parallel]
    public static void OwnTotal(int[] x, int[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int total = 0;
            void Add(int v) => total += v * i;
            Add(x[i]);
            Add(1);
            y[i] = total;
        }
    }

    [Parallel]
    public static long Sum(int[] x, int[] y)
    {
        long sum = 0;
        long Product(int k) => x[k] * (long)y[k];
        for (int i = 0; i < x.Length; i++)
            sum += Product(i);
        return sum;
    }

    [Parallel]
    public static void Shadowed(int[] x, int[] y)
    {
        int Twice(int i)
        {
            int y = i;
            return y + i;
        }

        for (int i = 0; i < x.Length; i++)
            y[i] = Twice(x[i]);
    }

    [Parallel]
    public static void Throwing(int[] x, int[] y)
    {
        int Checked(int v) => v == 77 ? throw new ArgumentException("77") : v;
        for (int i = 0; i < x.Length; i++)
            y[i] = Checked(x[i]);
    }

    [Parallel]
    public static void NeverCalled(int[] x, int a, double s)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int last = x[i] * a;
#pragma warning disable CS8321 // That nobody calls it is the point.
            double Unused(double v) => v * s * last * i;
#pragma warning restore CS8321
            x[i] = last + 1;
        }
    }

    [Parallel]
    public static void InACheckedBlock(int[] x, int[] y)
    {
        checked
        {
            int Twice(int v) => v * 2;
            for (int i = 0; i < x.Length; i++)
                y[i] = Twice(x[i]);
        }
    }

    [Parallel]
    public static void InALambda(int[][] x, int[] y)
    {
        int Twice(int v) => v * 2;
        for (int i = 0; i < x.Length; i++)
            y[i] = x[i].Sum(v => Twice(v) + i);
    }

    [Parallel]
    public static void Escaping(int[] x, Func<int>[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int Value() => x[i % x.Length];
            y[i] = Value;
        }

        for (int i = 0; i < x.Length; i++)
            x[i] = y[i]();
    }

    [Parallel]
    public static void DelegateFromBefore(int[] x, int[] y)
    {
        int k = 0;
        Func<int> value = () => x[k];
        for (int i = 0; i < x.Length; i++)
        {
            k = i;
            y[i] = value();
        }
    }

    [Parallel]
    public static int Carried(int[] x, int[] y)
    {
        int last = 0;
        int Next(int v) => last + v;
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Next(x[i]);
            last = x[i] & 7;
        }

        return last;
    }

    [Parallel]
    public static void ReadBetween(int[] x, int[] y)
    {
        int k = 0;
        int Value() => x[k] + k;
        for (int i = 0; i < x.Length; i++)
        {
            k = i;
            y[i] = Value() + (k / 2);
        }
    }

    [Parallel]
    public static void StepsTheIndex(int[] x)
    {
        int i;
        void Skip() => i++;
        for (i = 0; i < x.Length; i++)
        {
            x[i] = -1;
            Skip();
        }
    }

    [Parallel]
    public static void Rows(int[][] x, int a)
    {
        for (int r = 0; r < x.Length; r++)
        {
            var row = x[r];
            int Value(int c) => (row[c] * a) + r;
            for (int c = 0; c < row.Length; c++)
                row[c] = Value(c);
        }
    }
}
