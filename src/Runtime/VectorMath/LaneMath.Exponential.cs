using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AutoParallel.CompilerServices.VectorMath;

namespace AutoParallel.CompilerServices;

public static partial class LaneMath
{
    /// <summary>e to the power of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Exp(double x) => Apply.Unary<ExpDouble>(x);

    /// <inheritdoc cref="Exp(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Exp(Vector128<double> x) => Apply.Unary<ExpDouble>(x);

    /// <inheritdoc cref="Exp(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x) => Apply.Unary<ExpDouble>(x);

    /// <inheritdoc cref="Exp(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x) => Apply.Unary<ExpDouble>(x);

    /// <inheritdoc cref="Exp(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Exp(float x) => Apply.Unary<ExpSingle>(x);

    /// <inheritdoc cref="Exp(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp(Vector128<float> x) => Apply.Unary<ExpSingle>(x);

    /// <inheritdoc cref="Exp(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x) => Apply.Unary<ExpSingle>(x);

    /// <inheritdoc cref="Exp(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x) => Apply.Unary<ExpSingle>(x);

    /// <summary>2 to the power of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Exp2(double x) => Apply.Unary<Exp2Double>(x);

    /// <inheritdoc cref="Exp2(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Exp2(Vector128<double> x) => Apply.Unary<Exp2Double>(x);

    /// <inheritdoc cref="Exp2(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp2(Vector256<double> x) => Apply.Unary<Exp2Double>(x);

    /// <inheritdoc cref="Exp2(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp2(Vector512<double> x) => Apply.Unary<Exp2Double>(x);

    /// <inheritdoc cref="Exp2(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Exp2(float x) => Apply.Unary<Exp2Single>(x);

    /// <inheritdoc cref="Exp2(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp2(Vector128<float> x) => Apply.Unary<Exp2Single>(x);

    /// <inheritdoc cref="Exp2(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp2(Vector256<float> x) => Apply.Unary<Exp2Single>(x);

    /// <inheritdoc cref="Exp2(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp2(Vector512<float> x) => Apply.Unary<Exp2Single>(x);

    /// <summary>10 to the power of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Exp10(double x) => Apply.Unary<Exp10Double>(x);

    /// <inheritdoc cref="Exp10(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Exp10(Vector128<double> x) => Apply.Unary<Exp10Double>(x);

    /// <inheritdoc cref="Exp10(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp10(Vector256<double> x) => Apply.Unary<Exp10Double>(x);

    /// <inheritdoc cref="Exp10(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp10(Vector512<double> x) => Apply.Unary<Exp10Double>(x);

    /// <inheritdoc cref="Exp10(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Exp10(float x) => Apply.Unary<Exp10Single>(x);

    /// <inheritdoc cref="Exp10(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp10(Vector128<float> x) => Apply.Unary<Exp10Single>(x);

    /// <inheritdoc cref="Exp10(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp10(Vector256<float> x) => Apply.Unary<Exp10Single>(x);

    /// <inheritdoc cref="Exp10(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp10(Vector512<float> x) => Apply.Unary<Exp10Single>(x);

    /// <summary>e to the power of x, less 1, precise near 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ExpM1(double x) => Apply.Unary<ExpM1Double>(x);

    /// <inheritdoc cref="ExpM1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> ExpM1(Vector128<double> x) => Apply.Unary<ExpM1Double>(x);

    /// <inheritdoc cref="ExpM1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ExpM1(Vector256<double> x) => Apply.Unary<ExpM1Double>(x);

    /// <inheritdoc cref="ExpM1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ExpM1(Vector512<double> x) => Apply.Unary<ExpM1Double>(x);

    /// <inheritdoc cref="ExpM1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ExpM1(float x) => Apply.Unary<ExpM1Single>(x);

    /// <inheritdoc cref="ExpM1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ExpM1(Vector128<float> x) => Apply.Unary<ExpM1Single>(x);

    /// <inheritdoc cref="ExpM1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ExpM1(Vector256<float> x) => Apply.Unary<ExpM1Single>(x);

    /// <inheritdoc cref="ExpM1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ExpM1(Vector512<float> x) => Apply.Unary<ExpM1Single>(x);
}
