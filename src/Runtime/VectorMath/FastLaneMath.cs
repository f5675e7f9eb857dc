using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AutoParallel.CompilerServices.VectorMath;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Faster forms of functions of <see cref="LaneMath"/>, with errors up to 4 ULP. Special values are those of <see cref="Math"/>. Just the
/// functions that gain are here: the others are as fast as they get with an error below 1 ULP.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FastLaneMath
{
    /// <summary>e to the power of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Exp(float x) => Apply.Unary<FastExpSingle>(x);

    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp(Vector128<float> x) => Apply.Unary<FastExpSingle>(x);

    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x) => Apply.Unary<FastExpSingle>(x);

    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x) => Apply.Unary<FastExpSingle>(x);

    /// <summary>The natural logarithm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log(float x) => Apply.Unary<FastLogSingle>(x);

    /// <inheritdoc cref="Log(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log(Vector128<float> x) => Apply.Unary<FastLogSingle>(x);

    /// <inheritdoc cref="Log(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x) => Apply.Unary<FastLogSingle>(x);

    /// <inheritdoc cref="Log(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x) => Apply.Unary<FastLogSingle>(x);

    /// <summary>The sine of an angle in radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sin(double x) => Apply.Unary<FastSinDouble>(x);

    /// <inheritdoc cref="Sin(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Sin(Vector128<double> x) => Apply.Unary<FastSinDouble>(x);

    /// <inheritdoc cref="Sin(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sin(Vector256<double> x) => Apply.Unary<FastSinDouble>(x);

    /// <inheritdoc cref="Sin(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sin(Vector512<double> x) => Apply.Unary<FastSinDouble>(x);

    /// <inheritdoc cref="Sin(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sin(float x) => Apply.Unary<FastSinSingle>(x);

    /// <inheritdoc cref="Sin(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sin(Vector128<float> x) => Apply.Unary<FastSinSingle>(x);

    /// <inheritdoc cref="Sin(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sin(Vector256<float> x) => Apply.Unary<FastSinSingle>(x);

    /// <inheritdoc cref="Sin(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sin(Vector512<float> x) => Apply.Unary<FastSinSingle>(x);

    /// <summary>The cosine of an angle in radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Cos(double x) => Apply.Unary<FastCosDouble>(x);

    /// <inheritdoc cref="Cos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Cos(Vector128<double> x) => Apply.Unary<FastCosDouble>(x);

    /// <inheritdoc cref="Cos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Cos(Vector256<double> x) => Apply.Unary<FastCosDouble>(x);

    /// <inheritdoc cref="Cos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cos(Vector512<double> x) => Apply.Unary<FastCosDouble>(x);

    /// <inheritdoc cref="Cos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Cos(float x) => Apply.Unary<FastCosSingle>(x);

    /// <inheritdoc cref="Cos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Cos(Vector128<float> x) => Apply.Unary<FastCosSingle>(x);

    /// <inheritdoc cref="Cos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Cos(Vector256<float> x) => Apply.Unary<FastCosSingle>(x);

    /// <inheritdoc cref="Cos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cos(Vector512<float> x) => Apply.Unary<FastCosSingle>(x);

    /// <summary>Sine and cosine of an angle in radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (double Sin, double Cos) SinCos(double x) => Apply.Pair<FastSinCosDouble>(x);

    /// <inheritdoc cref="SinCos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector128<double> Sin, Vector128<double> Cos) SinCos(Vector128<double> x) => Apply.Pair<FastSinCosDouble>(x);

    /// <inheritdoc cref="SinCos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<double> Sin, Vector256<double> Cos) SinCos(Vector256<double> x) => Apply.Pair<FastSinCosDouble>(x);

    /// <inheritdoc cref="SinCos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<double> Sin, Vector512<double> Cos) SinCos(Vector512<double> x) => Apply.Pair<FastSinCosDouble>(x);

    /// <inheritdoc cref="SinCos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (float Sin, float Cos) SinCos(float x) => Apply.Pair<FastSinCosSingle>(x);

    /// <inheritdoc cref="SinCos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector128<float> Sin, Vector128<float> Cos) SinCos(Vector128<float> x) => Apply.Pair<FastSinCosSingle>(x);

    /// <inheritdoc cref="SinCos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<float> Sin, Vector256<float> Cos) SinCos(Vector256<float> x) => Apply.Pair<FastSinCosSingle>(x);

    /// <inheritdoc cref="SinCos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<float> Sin, Vector512<float> Cos) SinCos(Vector512<float> x) => Apply.Pair<FastSinCosSingle>(x);

    /// <summary>The tangent of an angle in radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Tan(double x) => Apply.Unary<FastTanDouble>(x);

    /// <inheritdoc cref="Tan(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Tan(Vector128<double> x) => Apply.Unary<FastTanDouble>(x);

    /// <inheritdoc cref="Tan(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Tan(Vector256<double> x) => Apply.Unary<FastTanDouble>(x);

    /// <inheritdoc cref="Tan(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Tan(Vector512<double> x) => Apply.Unary<FastTanDouble>(x);

    /// <inheritdoc cref="Tan(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Tan(float x) => Apply.Unary<FastTanSingle>(x);

    /// <inheritdoc cref="Tan(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Tan(Vector128<float> x) => Apply.Unary<FastTanSingle>(x);

    /// <inheritdoc cref="Tan(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tan(Vector256<float> x) => Apply.Unary<FastTanSingle>(x);

    /// <inheritdoc cref="Tan(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tan(Vector512<float> x) => Apply.Unary<FastTanSingle>(x);

    /// <summary>The arc sine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Asin(float x) => Apply.Unary<FastAsinSingle>(x);

    /// <inheritdoc cref="Asin(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Asin(Vector128<float> x) => Apply.Unary<FastAsinSingle>(x);

    /// <inheritdoc cref="Asin(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Asin(Vector256<float> x) => Apply.Unary<FastAsinSingle>(x);

    /// <inheritdoc cref="Asin(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Asin(Vector512<float> x) => Apply.Unary<FastAsinSingle>(x);

    /// <summary>The arc cosine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Acos(float x) => Apply.Unary<FastAcosSingle>(x);

    /// <inheritdoc cref="Acos(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Acos(Vector128<float> x) => Apply.Unary<FastAcosSingle>(x);

    /// <inheritdoc cref="Acos(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Acos(Vector256<float> x) => Apply.Unary<FastAcosSingle>(x);

    /// <inheritdoc cref="Acos(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Acos(Vector512<float> x) => Apply.Unary<FastAcosSingle>(x);

    /// <summary>The arc tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Atan(float x) => Apply.Unary<FastAtanSingle>(x);

    /// <inheritdoc cref="Atan(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Atan(Vector128<float> x) => Apply.Unary<FastAtanSingle>(x);

    /// <inheritdoc cref="Atan(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Atan(Vector256<float> x) => Apply.Unary<FastAtanSingle>(x);

    /// <inheritdoc cref="Atan(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Atan(Vector512<float> x) => Apply.Unary<FastAtanSingle>(x);

    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Tanh(double x) => Apply.Unary<FastTanhDouble>(x);

    /// <inheritdoc cref="Tanh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Tanh(Vector128<double> x) => Apply.Unary<FastTanhDouble>(x);

    /// <inheritdoc cref="Tanh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Tanh(Vector256<double> x) => Apply.Unary<FastTanhDouble>(x);

    /// <inheritdoc cref="Tanh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Tanh(Vector512<double> x) => Apply.Unary<FastTanhDouble>(x);

    /// <inheritdoc cref="Tanh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Tanh(float x) => Apply.Unary<FastTanhSingle>(x);

    /// <inheritdoc cref="Tanh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Tanh(Vector128<float> x) => Apply.Unary<FastTanhSingle>(x);

    /// <inheritdoc cref="Tanh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x) => Apply.Unary<FastTanhSingle>(x);

    /// <inheritdoc cref="Tanh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x) => Apply.Unary<FastTanhSingle>(x);
}
