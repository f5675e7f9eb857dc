using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AutoParallel.CompilerServices.VectorMath;

namespace AutoParallel.CompilerServices;

public static partial class LaneMath
{
    /// <summary>The natural logarithm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Log(double x) => Apply.Unary<LogDouble>(x);

    /// <inheritdoc cref="Log(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Log(Vector128<double> x) => Apply.Unary<LogDouble>(x);

    /// <inheritdoc cref="Log(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log(Vector256<double> x) => Apply.Unary<LogDouble>(x);

    /// <inheritdoc cref="Log(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log(Vector512<double> x) => Apply.Unary<LogDouble>(x);

    /// <inheritdoc cref="Log(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log(float x) => Apply.Unary<LogSingle>(x);

    /// <inheritdoc cref="Log(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log(Vector128<float> x) => Apply.Unary<LogSingle>(x);

    /// <inheritdoc cref="Log(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x) => Apply.Unary<LogSingle>(x);

    /// <inheritdoc cref="Log(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x) => Apply.Unary<LogSingle>(x);

    /// <summary>The logarithm to base 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Log2(double x) => Apply.Unary<Log2Double>(x);

    /// <inheritdoc cref="Log2(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Log2(Vector128<double> x) => Apply.Unary<Log2Double>(x);

    /// <inheritdoc cref="Log2(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log2(Vector256<double> x) => Apply.Unary<Log2Double>(x);

    /// <inheritdoc cref="Log2(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log2(Vector512<double> x) => Apply.Unary<Log2Double>(x);

    /// <inheritdoc cref="Log2(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log2(float x) => Apply.Unary<Log2Single>(x);

    /// <inheritdoc cref="Log2(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log2(Vector128<float> x) => Apply.Unary<Log2Single>(x);

    /// <inheritdoc cref="Log2(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log2(Vector256<float> x) => Apply.Unary<Log2Single>(x);

    /// <inheritdoc cref="Log2(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log2(Vector512<float> x) => Apply.Unary<Log2Single>(x);

    /// <summary>The logarithm to base 10.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Log10(double x) => Apply.Unary<Log10Double>(x);

    /// <inheritdoc cref="Log10(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Log10(Vector128<double> x) => Apply.Unary<Log10Double>(x);

    /// <inheritdoc cref="Log10(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log10(Vector256<double> x) => Apply.Unary<Log10Double>(x);

    /// <inheritdoc cref="Log10(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log10(Vector512<double> x) => Apply.Unary<Log10Double>(x);

    /// <inheritdoc cref="Log10(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log10(float x) => Apply.Unary<Log10Single>(x);

    /// <inheritdoc cref="Log10(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log10(Vector128<float> x) => Apply.Unary<Log10Single>(x);

    /// <inheritdoc cref="Log10(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log10(Vector256<float> x) => Apply.Unary<Log10Single>(x);

    /// <inheritdoc cref="Log10(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log10(Vector512<float> x) => Apply.Unary<Log10Single>(x);

    /// <summary>The natural logarithm of 1 + x, precise near 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double LogP1(double x) => Apply.Unary<LogP1Double>(x);

    /// <inheritdoc cref="LogP1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> LogP1(Vector128<double> x) => Apply.Unary<LogP1Double>(x);

    /// <inheritdoc cref="LogP1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LogP1(Vector256<double> x) => Apply.Unary<LogP1Double>(x);

    /// <inheritdoc cref="LogP1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LogP1(Vector512<double> x) => Apply.Unary<LogP1Double>(x);

    /// <inheritdoc cref="LogP1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float LogP1(float x) => Apply.Unary<LogP1Single>(x);

    /// <inheritdoc cref="LogP1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LogP1(Vector128<float> x) => Apply.Unary<LogP1Single>(x);

    /// <inheritdoc cref="LogP1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LogP1(Vector256<float> x) => Apply.Unary<LogP1Single>(x);

    /// <inheritdoc cref="LogP1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogP1(Vector512<float> x) => Apply.Unary<LogP1Single>(x);
}
