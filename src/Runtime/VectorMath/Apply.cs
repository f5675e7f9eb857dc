using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// Applies a function to a vector with the widest lanes that the processor has. Without vectors, or without a fused multiply-add in
/// hardware, it goes lane by lane through <see cref="ScalarLane{T}"/>, whose fused multiply-add is correct, if slower, in software.
/// The conditions are written out each time: the JIT drops the other branch, and does not spend its inlining budget on it, just where
/// they are constants before any inlining.
/// </summary>
internal static class Apply
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Unary<TFunction, T>(Vector512<T> x)
        where TFunction : IUnaryFunction<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector512.IsHardwareAccelerated
        ? TFunction.Invoke(new Lanes512<T>(x)).Value
        : Vector512.Create(Unary<TFunction, T>(x.GetLower()), Unary<TFunction, T>(x.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Unary<TFunction, T>(Vector256<T> x)
        where TFunction : IUnaryFunction<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Fma.IsSupported && Vector256.IsHardwareAccelerated
        ? TFunction.Invoke(new Lanes256<T>(x)).Value
        : Vector256.Create(Unary<TFunction, T>(x.GetLower()), Unary<TFunction, T>(x.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Unary<TFunction, T>(Vector128<T> x)
        where TFunction : IUnaryFunction<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Fma.IsSupported || AdvSimd.Arm64.IsSupported
        ? TFunction.Invoke(new Lanes128<T>(x)).Value
        : LaneByLane<TFunction, T>(x);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static T Unary<TFunction, T>(T x)
        where TFunction : IUnaryFunction<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Fma.IsSupported || AdvSimd.Arm64.IsSupported
        ? TFunction.Invoke(new Lanes128<T>(Vector128.Create(x))).Value.ToScalar()
        : TFunction.Invoke(new ScalarLane<T>(x)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Binary<TFunction, T>(Vector512<T> x, Vector512<T> y)
        where TFunction : IBinaryFunction<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector512.IsHardwareAccelerated
        ? TFunction.Invoke(new Lanes512<T>(x), new Lanes512<T>(y)).Value
        : Vector512.Create(Binary<TFunction, T>(x.GetLower(), y.GetLower()), Binary<TFunction, T>(x.GetUpper(), y.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Binary<TFunction, T>(Vector256<T> x, Vector256<T> y)
        where TFunction : IBinaryFunction<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Fma.IsSupported && Vector256.IsHardwareAccelerated
        ? TFunction.Invoke(new Lanes256<T>(x), new Lanes256<T>(y)).Value
        : Vector256.Create(Binary<TFunction, T>(x.GetLower(), y.GetLower()), Binary<TFunction, T>(x.GetUpper(), y.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Binary<TFunction, T>(Vector128<T> x, Vector128<T> y)
        where TFunction : IBinaryFunction<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Fma.IsSupported || AdvSimd.Arm64.IsSupported
        ? TFunction.Invoke(new Lanes128<T>(x), new Lanes128<T>(y)).Value
        : LaneByLane<TFunction, T>(x, y);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static T Binary<TFunction, T>(T x, T y)
        where TFunction : IBinaryFunction<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Fma.IsSupported || AdvSimd.Arm64.IsSupported
        ? TFunction.Invoke(new Lanes128<T>(Vector128.Create(x)), new Lanes128<T>(Vector128.Create(y))).Value.ToScalar()
        : TFunction.Invoke(new ScalarLane<T>(x), new ScalarLane<T>(y)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<T> First, Vector512<T> Second) Pair<TFunction, T>(Vector512<T> x)
        where TFunction : IPairFunction<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var (first, second) = TFunction.Invoke(new Lanes512<T>(x));
            return (first.Value, second.Value);
        }

        var (firstLower, secondLower) = Pair<TFunction, T>(x.GetLower());
        var (firstUpper, secondUpper) = Pair<TFunction, T>(x.GetUpper());
        return (Vector512.Create(firstLower, firstUpper), Vector512.Create(secondLower, secondUpper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<T> First, Vector256<T> Second) Pair<TFunction, T>(Vector256<T> x)
        where TFunction : IPairFunction<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Fma.IsSupported && Vector256.IsHardwareAccelerated)
        {
            var (first, second) = TFunction.Invoke(new Lanes256<T>(x));
            return (first.Value, second.Value);
        }

        var (firstLower, secondLower) = Pair<TFunction, T>(x.GetLower());
        var (firstUpper, secondUpper) = Pair<TFunction, T>(x.GetUpper());
        return (Vector256.Create(firstLower, firstUpper), Vector256.Create(secondLower, secondUpper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector128<T> First, Vector128<T> Second) Pair<TFunction, T>(Vector128<T> x)
        where TFunction : IPairFunction<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Fma.IsSupported && !AdvSimd.Arm64.IsSupported)
            return LaneByLanePair<TFunction, T>(x);
        var (first, second) = TFunction.Invoke(new Lanes128<T>(x));
        return (first.Value, second.Value);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static (T First, T Second) Pair<TFunction, T>(T x)
        where TFunction : IPairFunction<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Fma.IsSupported || AdvSimd.Arm64.IsSupported)
        {
            var (first, second) = TFunction.Invoke(new Lanes128<T>(Vector128.Create(x)));
            return (first.Value.ToScalar(), second.Value.ToScalar());
        }

        var (firstLane, secondLane) = TFunction.Invoke(new ScalarLane<T>(x));
        return (firstLane.Value, secondLane.Value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<T> LaneByLane<TFunction, T>(Vector128<T> x)
        where TFunction : IUnaryFunction<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var result = x;
        for (var i = 0; i < Vector128<T>.Count; i++)
            result = result.WithElement(i, TFunction.Invoke(new ScalarLane<T>(x.GetElement(i))).Value);
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<T> LaneByLane<TFunction, T>(Vector128<T> x, Vector128<T> y)
        where TFunction : IBinaryFunction<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var result = x;
        for (var i = 0; i < Vector128<T>.Count; i++)
            result = result.WithElement(i, TFunction.Invoke(new ScalarLane<T>(x.GetElement(i)), new ScalarLane<T>(y.GetElement(i))).Value);
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (Vector128<T> First, Vector128<T> Second) LaneByLanePair<TFunction, T>(Vector128<T> x)
        where TFunction : IPairFunction<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (first, second) = (x, x);
        for (var i = 0; i < Vector128<T>.Count; i++)
        {
            var (firstLane, secondLane) = TFunction.Invoke(new ScalarLane<T>(x.GetElement(i)));
            first = first.WithElement(i, firstLane.Value);
            second = second.WithElement(i, secondLane.Value);
        }

        return (first, second);
    }
}
