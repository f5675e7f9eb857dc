namespace AutoParallel.Conformance.Kernels;

/// <summary>One function of <c>MathF</c> a loop.</summary>
internal static class SingleFunctions
{
    [Parallel]
    public static void Sqrt(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Sqrt(x[i]);
    }

    [Parallel]
    public static void Abs(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Abs(x[i]);
    }

    [Parallel]
    public static void Floor(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Floor(x[i]);
    }

    [Parallel]
    public static void Ceiling(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Ceiling(x[i]);
    }

    [Parallel]
    public static void Truncate(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Truncate(x[i]);
    }

    [Parallel]
    public static void Round(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Round(x[i]);
    }

    [Parallel]
    public static void Exp(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Exp(x[i]);
    }

    [Parallel]
    public static void Log(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Log(x[i]);
    }

    [Parallel]
    public static void Log2(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Log2(x[i]);
    }

    [Parallel]
    public static void Log10(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Log10(x[i]);
    }

    [Parallel]
    public static void Sin(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Sin(x[i]);
    }

    [Parallel]
    public static void Cos(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Cos(x[i]);
    }

    [Parallel]
    public static void Tan(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Tan(x[i]);
    }

    [Parallel]
    public static void Asin(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Asin(x[i]);
    }

    [Parallel]
    public static void Acos(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Acos(x[i]);
    }

    [Parallel]
    public static void Atan(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Atan(x[i]);
    }

    [Parallel]
    public static void Sinh(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Sinh(x[i]);
    }

    [Parallel]
    public static void Cosh(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Cosh(x[i]);
    }

    [Parallel]
    public static void Tanh(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Tanh(x[i]);
    }

    [Parallel]
    public static void Cbrt(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Cbrt(x[i]);
    }

    [Parallel]
    public static void Min(float[] x, float[] y, float[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = MathF.Min(x[i], y[i]);
    }

    [Parallel]
    public static void Max(float[] x, float[] y, float[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = MathF.Max(x[i], y[i]);
    }

    [Parallel]
    public static void CopySign(float[] x, float[] y, float[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = MathF.CopySign(x[i], y[i]);
    }

    [Parallel]
    public static void Pow(float[] x, float[] y, float[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = MathF.Pow(x[i], y[i]);
    }

    [Parallel]
    public static void Atan2(float[] x, float[] y, float[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = MathF.Atan2(x[i], y[i]);
    }

    [Parallel]
    public static void FusedMultiplyAdd(float[] x, float[] y, float[] z, float[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = MathF.FusedMultiplyAdd(x[i], y[i], z[i]);
    }

    [Parallel]
    public static void RoundAwayFromZero(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Round(x[i], MidpointRounding.AwayFromZero);
    }

    [Parallel]
    public static void Clamp(float[] x, float low, float high, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Clamp(x[i], low, high);
    }

    [Parallel]
    public static void SignOf(float[] x, int[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = float.IsNaN(x[i]) ? 2 : Math.Sign(x[i]);
    }

    [Parallel]
    public static void Hypotenuse(float[] x, float[] y, float[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = MathF.Sqrt(MathF.Abs(x[i] * y[i])) + MathF.Max(MathF.Floor(x[i]), MathF.Min(y[i], 2));
    }

    [Parallel(FloatMode = FloatMode.Strict)]
    public static void StrictExp(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Exp(x[i]);
    }

    [Parallel(FloatMode = FloatMode.Strict)]
    public static void StrictSin(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Sin(x[i]);
    }

    [Parallel(FloatMode = FloatMode.Strict)]
    public static void StrictLog(float[] x, float[] result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = MathF.Log(x[i]);
    }
}
