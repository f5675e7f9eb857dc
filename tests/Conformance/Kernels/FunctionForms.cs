using static System.Math;

namespace AutoParallel.Conformance.Kernels;

/// <summary>Calls of mathematical functions in every form that C# has.</summary>
internal static class FunctionForms
{
    private static readonly Func<double, double> _outside = Log;

    /// <summary>A loop that is refused, before one that is not.</summary>
    [Parallel]
    public static void BesideRecurrence(double[] x, double[] chain, double[] result)
    {
        for (int i = 1; i < chain.Length; i++)
            chain[i] = Math.Exp(-chain[i - 1]) + x[i];
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Cos(x[i]) * Math.Sin(2);
    }

    /// <summary>Arguments of another type than the parameter's, by name, and the runtime's functions as arguments of each other.</summary>
    [Parallel]
    public static void Arguments(int[] n, float[] x, double[] result)
    {
        for (int i = 0; i < n.Length; i++)
            result[i] = Math.Pow(y: Sin(n[i]), x: System.Math.Exp(1)) + global::System.Math.Tan(x[i]) + Math.Atan2(x: -n[i], y: 'a') + double.Log2(n[i] is 0 ? default : 3L);
    }

    /// <summary>Functions as delegates, in lambdas, and in local functions.</summary>
    [Parallel]
    public static void Delegates(double[][] rows, double[] result)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            var logarithm = Math.Log10;
            Func<float, float> root = MathF.Cbrt;
            result[i] = rows[i].Select(Exp).Sum() + Array.ConvertAll(rows[i], Math.Sinh).Length + rows[i].Sum(v => Math.Tanh(v))
                + Cube(rows[i].Length) + logarithm(7) + root(5) + rows[i].Select(v => Asinh(v)).Sum() + nameof(Math.Exp).Length;

            static double Cube(double v) => Math.Pow(v, 3);
        }
    }

    /// <summary>Both values at once.</summary>
    [Parallel]
    public static void Pair(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            var (sine, _) = Math.SinCos(x[i]);
            result[i] = sine / Math.SinCos(x[i]).Cos;
        }
    }

    /// <summary>A function inside of an inner loop whose length differs.</summary>
    [Parallel]
    public static void InnerLoop(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double value = x[i];
            for (int j = 0; j < 20 && value < 4; j++)
                value = Math.Exp(value) - Math.Log(2 + value * value);
            result[i] = value;
        }
    }

    /// <summary>What the method calls stays as it is.</summary>
    [Parallel]
    public static void Helper(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Outside(x[i]);
    }

    public static double Outside(double x) => _outside(x);

    [Parallel(FloatMode = FloatMode.Strict)]
    public static void Strict(double[] x, double[][] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            var sine = Math.Sin;
            result[i] = [Math.Exp(x[i]), Cbrt(x[i]), Math.Pow(x[i], 3), sine(x[i])];
        }
    }

    [Parallel(FloatMode = FloatMode.Fast)]
    public static void Fast(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Sin(x[i]) + Math.Exp(x[i]);
    }

    [Parallel(FloatMode = FloatMode.Fast)]
    public static void FastSingle(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Exp(x[i]) - MathF.Log(x[i]) + MathF.Sinh(x[i]);
    }
}
