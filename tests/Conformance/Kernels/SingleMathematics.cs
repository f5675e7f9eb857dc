namespace AutoParallel.Conformance.Kernels;

/// <summary>Every function of the runtime's mathematics in <see langword="float"/>: alone, in lanes, and together in code that lanes cannot run.</summary>
internal static class SingleMathematics
{
    [Parallel]
    public static float Acos(float x) => MathF.Acos(x);

    [Parallel]
    public static float Acosh(float x) => MathF.Acosh(x);

    [Parallel]
    public static float Asin(float x) => MathF.Asin(x);

    [Parallel]
    public static float Asinh(float x) => MathF.Asinh(x);

    [Parallel]
    public static float Atan(float x) => MathF.Atan(x);

    [Parallel]
    public static float Atanh(float x) => MathF.Atanh(x);

    [Parallel]
    public static float Cbrt(float x) => MathF.Cbrt(x);

    [Parallel]
    public static float Cos(float x) => MathF.Cos(x);

    [Parallel]
    public static float Cosh(float x) => MathF.Cosh(x);

    [Parallel]
    public static float Exp(float x) => MathF.Exp(x);

    [Parallel]
    public static float Exp10(float x) => float.Exp10(x);

    [Parallel]
    public static float Exp2(float x) => float.Exp2(x);

    [Parallel]
    public static float ExpM1(float x) => float.ExpM1(x);

    [Parallel]
    public static float Log(float x) => MathF.Log(x);

    [Parallel]
    public static float Log10(float x) => MathF.Log10(x);

    [Parallel]
    public static float Log2(float x) => MathF.Log2(x);

    [Parallel]
    public static float LogP1(float x) => float.LogP1(x);

    [Parallel]
    public static float Sin(float x) => MathF.Sin(x);

    [Parallel]
    public static float Sinh(float x) => MathF.Sinh(x);

    [Parallel]
    public static float Tan(float x) => MathF.Tan(x);

    [Parallel]
    public static float Tanh(float x) => MathF.Tanh(x);

    [Parallel]
    public static float Atan2(float x, float y) => MathF.Atan2(x, y);

    [Parallel]
    public static float Hypot(float x, float y) => float.Hypot(x, y);

    [Parallel]
    public static float Pow(float x, float y) => MathF.Pow(x, y);

    [Parallel]
    public static void InText(float[] x, float[] y, float[][] result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            result[i] =
            [
                MathF.Acos(x[i]),
                MathF.Acosh(x[i]),
                MathF.Asin(x[i]),
                MathF.Asinh(x[i]),
                MathF.Atan(x[i]),
                MathF.Atanh(x[i]),
                MathF.Cbrt(x[i]),
                MathF.Cos(x[i]),
                MathF.Cosh(x[i]),
                MathF.Exp(x[i]),
                float.Exp10(x[i]),
                float.Exp2(x[i]),
                float.ExpM1(x[i]),
                MathF.Log(x[i]),
                MathF.Log10(x[i]),
                MathF.Log2(x[i]),
                float.LogP1(x[i]),
                MathF.Sin(x[i]),
                MathF.Sinh(x[i]),
                MathF.Tan(x[i]),
                MathF.Tanh(x[i]),
                MathF.Atan2(x[i], y[i]),
                float.Hypot(x[i], y[i]),
                MathF.Pow(x[i], y[i]),
            ];
        }
    }
}
