namespace AutoParallel.Conformance.Kernels;

/// <summary>Bodies that call the user's own methods and construct the user's own types.</summary>
internal sealed class Calls(int factor)
{
    private readonly int _factor = factor;

    [Parallel]
    public static void PureFunction(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Logistic(x[i]) + Logistic(-x[i]);
    }

    [Parallel]
    public static void Gamma(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Factorial((int)(Math.Abs(x[i]) % 10));
    }

    [Parallel]
    public static void Operators(Money[] x, Money[] y, Money[] sum)
    {
        for (int i = 0; i < sum.Length; i++)
            sum[i] = x[i] + y[i] * 2;
    }

    [Parallel]
    public static void Records(Point[] x, Point[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i] with { X = x[i].Y, Y = x[i].X + 1 };
    }

    [Parallel]
    public static void Patterns(object?[] x, string[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            result[i] = x[i] switch
            {
                int n and > 100 => $"large {n}",
                int n => $"int {n}",
                string { Length: > 2 } s => s[..2],
                null => "null",
                var other => other.GetType().Name,
            };
        }
    }

    [Parallel]
    public static void Linq(int[][] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = x[i].Where(v => v > 0).Select(v => v % 100).Sum();
    }

    [Parallel]
    public static void Deconstruction((int A, int B)[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            (int a, int b) = x[i];
            (a, b) = (b, a);
            result[i] = a * 3 - b;
        }
    }

    [Parallel]
    public static void TryInside(string[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            try
            {
                result[i] = int.Parse(x[i]);
            }
            catch (FormatException)
            {
                result[i] = -1;
            }
        }
    }

    [Parallel]
    public static void OutVariable(string[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = int.TryParse(x[i], out int value) ? value : -i;
    }

    [Parallel]
    public static void Slices(string[] x, string[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            ReadOnlySpan<char> text = x[i].AsSpan();
            if (text.Length > 1)
                text = text[1..];
            result[i] = text.ToString() + text.Length;
        }
    }

    [Parallel]
    public static void Generic(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Larger(x[i], 5);
    }

    [Parallel]
    public static void ChangesItsArgument(int[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Bump(x, i);
    }

    [Parallel]
    public static void ThroughReference(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            Increase(ref x[i]);
    }

    [Parallel]
    public static void TouchesTheNext(int[] x)
    {
        for (int i = 0; i < x.Length - 1; i++)
            Increase(ref x[i + 1], x[i]);
    }

    [Parallel]
    public void Instance(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = Scaled(x[i]);
    }

    private static double Logistic(double x) => 1 / (1 + Math.Abs(x) * 0.25);

    private static double Factorial(int n) => n <= 1 ? 1 : n * Factorial(n - 1);

    private static T Larger<T>(T left, T right)
        where T : IComparable<T> => left.CompareTo(right) > 0 ? left : right;

    private static int Bump(int[] x, int i)
    {
        x[i]++;
        return i + 1 < x.Length ? x[i + 1] : -1;
    }

    private static void Increase(ref int value, int by = 3) => value += by;

    private int Scaled(int value) => value * _factor + 1;
}
