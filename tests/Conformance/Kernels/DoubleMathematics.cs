namespace AutoParallel.Conformance.Kernels;

/// <summary>Every function of the runtime's mathematics in <see langword="double"/>: alone, in lanes, and together in code that lanes cannot run.</summary>
internal static class DoubleMathematics
{
    [Parallel]
    public static double Acos(double x) => Math.Acos(x);

    [Parallel]
    public static double Acosh(double x) => Math.Acosh(x);

    [Parallel]
    public static double Asin(double x) => Math.Asin(x);

    [Parallel]
    public static double Asinh(double x) => Math.Asinh(x);

    [Parallel]
    public static double Atan(double x) => Math.Atan(x);

    [Parallel]
    public static double Atanh(double x) => Math.Atanh(x);

    [Parallel]
    public static double Cbrt(double x) => Math.Cbrt(x);

    [Parallel]
    public static double Cos(double x) => Math.Cos(x);

    [Parallel]
    public static double Cosh(double x) => Math.Cosh(x);

    [Parallel]
    public static double Exp(double x) => Math.Exp(x);

    [Parallel]
    public static double Exp10(double x) => double.Exp10(x);

    [Parallel]
    public static double Exp2(double x) => double.Exp2(x);

    [Parallel]
    public static double ExpM1(double x) => double.ExpM1(x);

    [Parallel]
    public static double Log(double x) => Math.Log(x);

    [Parallel]
    public static double Log10(double x) => Math.Log10(x);

    [Parallel]
    public static double Log2(double x) => Math.Log2(x);

    [Parallel]
    public static double LogP1(double x) => double.LogP1(x);

    [Parallel]
    public static double Sin(double x) => Math.Sin(x);

    [Parallel]
    public static double Sinh(double x) => Math.Sinh(x);

    [Parallel]
    public static double Tan(double x) => Math.Tan(x);

    [Parallel]
    public static double Tanh(double x) => Math.Tanh(x);

    [Parallel]
    public static double Atan2(double x, double y) => Math.Atan2(x, y);

    [Parallel]
    public static double Hypot(double x, double y) => double.Hypot(x, y);

    [Parallel]
    public static double Pow(double x, double y) => Math.Pow(x, y);

    [Parallel]
    public static void InText(double[] x, double[] y, double[][] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            result[i] =
            [
                Math.Acos(x[i]),
                Math.Acosh(x[i]),
                Math.Asin(x[i]),
                Math.Asinh(x[i]),
                Math.Atan(x[i]),
                Math.Atanh(x[i]),
                Math.Cbrt(x[i]),
                Math.Cos(x[i]),
                Math.Cosh(x[i]),
                Math.Exp(x[i]),
                double.Exp10(x[i]),
                double.Exp2(x[i]),
                double.ExpM1(x[i]),
                Math.Log(x[i]),
                Math.Log10(x[i]),
                Math.Log2(x[i]),
                double.LogP1(x[i]),
                Math.Sin(x[i]),
                Math.Sinh(x[i]),
                Math.Tan(x[i]),
                Math.Tanh(x[i]),
                Math.Atan2(x[i], y[i]),
                double.Hypot(x[i], y[i]),
                Math.Pow(x[i], y[i]),
            ];
        }
    }
}
