using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// Applies a function to a vector with the widest lanes that the processor has. Without vectors, or without a fused multiply-add in
/// hardware, it goes lane by lane through <see cref="ScalarLane{T}"/>, whose fused multiply-add is correct, if slower, in software.
/// The conditions are written out each time: the JIT drops the other branch, and does not spend its inlining budget on it, just where
/// they are constants before any inlining. The scalar methods are roots of their own for the sake of that budget.
/// </summary>
internal static partial class Apply
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Unary<TFunction>(Vector512<double> x)
        where TFunction : IUnaryFunction<double> => Vector512.IsHardwareAccelerated
        ? TFunction.Invoke(new DoubleLanes512(x)).Value
        : Vector512.Create(Unary<TFunction>(x.GetLower()), Unary<TFunction>(x.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Unary<TFunction>(Vector256<double> x)
        where TFunction : IUnaryFunction<double> => Fma.IsSupported && Vector256.IsHardwareAccelerated
        ? TFunction.Invoke(new DoubleLanes256(x)).Value
        : Vector256.Create(Unary<TFunction>(x.GetLower()), Unary<TFunction>(x.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Unary<TFunction>(Vector128<double> x)
        where TFunction : IUnaryFunction<double> => Fma.IsSupported || AdvSimd.Arm64.IsSupported
        ? TFunction.Invoke(new DoubleLanes128(x)).Value
        : LaneByLane<TFunction>(x);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Unary<TFunction>(double x)
        where TFunction : IUnaryFunction<double> => Fma.IsSupported || AdvSimd.Arm64.IsSupported
        ? TFunction.Invoke(new DoubleLane(x)).Value
        : TFunction.Invoke(new ScalarLane<double>(x)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Binary<TFunction>(Vector512<double> x, Vector512<double> y)
        where TFunction : IBinaryFunction<double> => Vector512.IsHardwareAccelerated
        ? TFunction.Invoke(new DoubleLanes512(x), new DoubleLanes512(y)).Value
        : Vector512.Create(Binary<TFunction>(x.GetLower(), y.GetLower()), Binary<TFunction>(x.GetUpper(), y.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Binary<TFunction>(Vector256<double> x, Vector256<double> y)
        where TFunction : IBinaryFunction<double> => Fma.IsSupported && Vector256.IsHardwareAccelerated
        ? TFunction.Invoke(new DoubleLanes256(x), new DoubleLanes256(y)).Value
        : Vector256.Create(Binary<TFunction>(x.GetLower(), y.GetLower()), Binary<TFunction>(x.GetUpper(), y.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Binary<TFunction>(Vector128<double> x, Vector128<double> y)
        where TFunction : IBinaryFunction<double> => Fma.IsSupported || AdvSimd.Arm64.IsSupported
        ? TFunction.Invoke(new DoubleLanes128(x), new DoubleLanes128(y)).Value
        : LaneByLane<TFunction>(x, y);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Binary<TFunction>(double x, double y)
        where TFunction : IBinaryFunction<double> => Fma.IsSupported || AdvSimd.Arm64.IsSupported
        ? TFunction.Invoke(new DoubleLane(x), new DoubleLane(y)).Value
        : TFunction.Invoke(new ScalarLane<double>(x), new ScalarLane<double>(y)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<double> First, Vector512<double> Second) Pair<TFunction>(Vector512<double> x)
        where TFunction : IPairFunction<double>
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var (first, second) = TFunction.Invoke(new DoubleLanes512(x));
            return (first.Value, second.Value);
        }

        var (firstLower, secondLower) = Pair<TFunction>(x.GetLower());
        var (firstUpper, secondUpper) = Pair<TFunction>(x.GetUpper());
        return (Vector512.Create(firstLower, firstUpper), Vector512.Create(secondLower, secondUpper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<double> First, Vector256<double> Second) Pair<TFunction>(Vector256<double> x)
        where TFunction : IPairFunction<double>
    {
        if (Fma.IsSupported && Vector256.IsHardwareAccelerated)
        {
            var (first, second) = TFunction.Invoke(new DoubleLanes256(x));
            return (first.Value, second.Value);
        }

        var (firstLower, secondLower) = Pair<TFunction>(x.GetLower());
        var (firstUpper, secondUpper) = Pair<TFunction>(x.GetUpper());
        return (Vector256.Create(firstLower, firstUpper), Vector256.Create(secondLower, secondUpper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector128<double> First, Vector128<double> Second) Pair<TFunction>(Vector128<double> x)
        where TFunction : IPairFunction<double>
    {
        if (!Fma.IsSupported && !AdvSimd.Arm64.IsSupported)
            return LaneByLanePair<TFunction>(x);
        var (first, second) = TFunction.Invoke(new DoubleLanes128(x));
        return (first.Value, second.Value);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static (double First, double Second) Pair<TFunction>(double x)
        where TFunction : IPairFunction<double>
    {
        if (Fma.IsSupported || AdvSimd.Arm64.IsSupported)
        {
            var (first, second) = TFunction.Invoke(new DoubleLane(x));
            return (first.Value, second.Value);
        }

        var (firstLane, secondLane) = TFunction.Invoke(new ScalarLane<double>(x));
        return (firstLane.Value, secondLane.Value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<double> LaneByLane<TFunction>(Vector128<double> x)
        where TFunction : IUnaryFunction<double>
    {
        var result = x;
        for (var i = 0; i < Vector128<double>.Count; i++)
            result = result.WithElement(i, TFunction.Invoke(new ScalarLane<double>(x.GetElement(i))).Value);
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<double> LaneByLane<TFunction>(Vector128<double> x, Vector128<double> y)
        where TFunction : IBinaryFunction<double>
    {
        var result = x;
        for (var i = 0; i < Vector128<double>.Count; i++)
            result = result.WithElement(i, TFunction.Invoke(new ScalarLane<double>(x.GetElement(i)), new ScalarLane<double>(y.GetElement(i))).Value);
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (Vector128<double> First, Vector128<double> Second) LaneByLanePair<TFunction>(Vector128<double> x)
        where TFunction : IPairFunction<double>
    {
        var (first, second) = (x, x);
        for (var i = 0; i < Vector128<double>.Count; i++)
        {
            var (firstLane, secondLane) = TFunction.Invoke(new ScalarLane<double>(x.GetElement(i)));
            first = first.WithElement(i, firstLane.Value);
            second = second.WithElement(i, secondLane.Value);
        }

        return (first, second);
    }
}
