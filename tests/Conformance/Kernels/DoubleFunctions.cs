namespace AutoParallel.Conformance.Kernels;

/// <summary>One function of <c>Math</c> a loop.</summary>
internal static class DoubleFunctions
{
    [Parallel]
    public static void Sqrt(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Sqrt(x[i]);
    }

    [Parallel]
    public static void Abs(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Abs(x[i]);
    }

    [Parallel]
    public static void Floor(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Floor(x[i]);
    }

    [Parallel]
    public static void Ceiling(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Ceiling(x[i]);
    }

    [Parallel]
    public static void Truncate(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Truncate(x[i]);
    }

    [Parallel]
    public static void Round(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Round(x[i]);
    }

    [Parallel]
    public static void Exp(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Exp(x[i]);
    }

    [Parallel]
    public static void Log(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Log(x[i]);
    }

    [Parallel]
    public static void Log2(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Log2(x[i]);
    }

    [Parallel]
    public static void Log10(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Log10(x[i]);
    }

    [Parallel]
    public static void Sin(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Sin(x[i]);
    }

    [Parallel]
    public static void Cos(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Cos(x[i]);
    }

    [Parallel]
    public static void Tan(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Tan(x[i]);
    }

    [Parallel]
    public static void Asin(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Asin(x[i]);
    }

    [Parallel]
    public static void Acos(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Acos(x[i]);
    }

    [Parallel]
    public static void Atan(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Atan(x[i]);
    }

    [Parallel]
    public static void Sinh(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Sinh(x[i]);
    }

    [Parallel]
    public static void Cosh(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Cosh(x[i]);
    }

    [Parallel]
    public static void Tanh(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Tanh(x[i]);
    }

    [Parallel]
    public static void Cbrt(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Cbrt(x[i]);
    }

    [Parallel]
    public static void Min(double[] x, double[] y, double[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = Math.Min(x[i], y[i]);
    }

    [Parallel]
    public static void Max(double[] x, double[] y, double[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = Math.Max(x[i], y[i]);
    }

    [Parallel]
    public static void CopySign(double[] x, double[] y, double[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = Math.CopySign(x[i], y[i]);
    }

    [Parallel]
    public static void Pow(double[] x, double[] y, double[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = Math.Pow(x[i], y[i]);
    }

    [Parallel]
    public static void Atan2(double[] x, double[] y, double[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = Math.Atan2(x[i], y[i]);
    }

    [Parallel]
    public static void FusedMultiplyAdd(double[] x, double[] y, double[] z, double[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = Math.FusedMultiplyAdd(x[i], y[i], z[i]);
    }

    [Parallel]
    public static void RoundAwayFromZero(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Round(x[i], MidpointRounding.AwayFromZero);
    }

    [Parallel]
    public static void Clamp(double[] x, double low, double high, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Clamp(x[i], low, high);
    }

    [Parallel]
    public static void SignOf(double[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = double.IsNaN(x[i]) ? 2 : Math.Sign(x[i]);
    }

    [Parallel]
    public static void Hypotenuse(double[] x, double[] y, double[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = Math.Sqrt(Math.Abs(x[i] * y[i])) + Math.Max(Math.Floor(x[i]), Math.Min(y[i], 2));
    }

    [Parallel(FloatMode = FloatMode.Strict)]
    public static void StrictExp(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Exp(x[i]);
    }

    [Parallel(FloatMode = FloatMode.Strict)]
    public static void StrictSin(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Sin(x[i]);
    }

    [Parallel(FloatMode = FloatMode.Strict)]
    public static void StrictLog(double[] x, double[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Log(x[i]);
    }
}
