using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices.VectorMath;

/// <content>Functions of <see langword="float"/>.</content>
internal static partial class Apply
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Unary<TFunction>(Vector512<float> x)
        where TFunction : IUnaryFunction<float> => Vector512.IsHardwareAccelerated
        ? TFunction.Invoke(new SingleLanes512(x)).Value
        : Vector512.Create(Unary<TFunction>(x.GetLower()), Unary<TFunction>(x.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Unary<TFunction>(Vector256<float> x)
        where TFunction : IUnaryFunction<float> => Fma.IsSupported && Vector256.IsHardwareAccelerated
        ? TFunction.Invoke(new SingleLanes256(x)).Value
        : Vector256.Create(Unary<TFunction>(x.GetLower()), Unary<TFunction>(x.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Unary<TFunction>(Vector128<float> x)
        where TFunction : IUnaryFunction<float> => Fma.IsSupported || AdvSimd.Arm64.IsSupported
        ? TFunction.Invoke(new SingleLanes128(x)).Value
        : LaneByLane<TFunction>(x);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Unary<TFunction>(float x)
        where TFunction : IUnaryFunction<float> => Fma.IsSupported || AdvSimd.Arm64.IsSupported
        ? TFunction.Invoke(new SingleLane(x)).Value
        : TFunction.Invoke(new ScalarLane<float>(x)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Binary<TFunction>(Vector512<float> x, Vector512<float> y)
        where TFunction : IBinaryFunction<float> => Vector512.IsHardwareAccelerated
        ? TFunction.Invoke(new SingleLanes512(x), new SingleLanes512(y)).Value
        : Vector512.Create(Binary<TFunction>(x.GetLower(), y.GetLower()), Binary<TFunction>(x.GetUpper(), y.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Binary<TFunction>(Vector256<float> x, Vector256<float> y)
        where TFunction : IBinaryFunction<float> => Fma.IsSupported && Vector256.IsHardwareAccelerated
        ? TFunction.Invoke(new SingleLanes256(x), new SingleLanes256(y)).Value
        : Vector256.Create(Binary<TFunction>(x.GetLower(), y.GetLower()), Binary<TFunction>(x.GetUpper(), y.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Binary<TFunction>(Vector128<float> x, Vector128<float> y)
        where TFunction : IBinaryFunction<float> => Fma.IsSupported || AdvSimd.Arm64.IsSupported
        ? TFunction.Invoke(new SingleLanes128(x), new SingleLanes128(y)).Value
        : LaneByLane<TFunction>(x, y);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Binary<TFunction>(float x, float y)
        where TFunction : IBinaryFunction<float> => Fma.IsSupported || AdvSimd.Arm64.IsSupported
        ? TFunction.Invoke(new SingleLane(x), new SingleLane(y)).Value
        : TFunction.Invoke(new ScalarLane<float>(x), new ScalarLane<float>(y)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<float> First, Vector512<float> Second) Pair<TFunction>(Vector512<float> x)
        where TFunction : IPairFunction<float>
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var (first, second) = TFunction.Invoke(new SingleLanes512(x));
            return (first.Value, second.Value);
        }

        var (firstLower, secondLower) = Pair<TFunction>(x.GetLower());
        var (firstUpper, secondUpper) = Pair<TFunction>(x.GetUpper());
        return (Vector512.Create(firstLower, firstUpper), Vector512.Create(secondLower, secondUpper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<float> First, Vector256<float> Second) Pair<TFunction>(Vector256<float> x)
        where TFunction : IPairFunction<float>
    {
        if (Fma.IsSupported && Vector256.IsHardwareAccelerated)
        {
            var (first, second) = TFunction.Invoke(new SingleLanes256(x));
            return (first.Value, second.Value);
        }

        var (firstLower, secondLower) = Pair<TFunction>(x.GetLower());
        var (firstUpper, secondUpper) = Pair<TFunction>(x.GetUpper());
        return (Vector256.Create(firstLower, firstUpper), Vector256.Create(secondLower, secondUpper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector128<float> First, Vector128<float> Second) Pair<TFunction>(Vector128<float> x)
        where TFunction : IPairFunction<float>
    {
        if (!Fma.IsSupported && !AdvSimd.Arm64.IsSupported)
            return LaneByLanePair<TFunction>(x);
        var (first, second) = TFunction.Invoke(new SingleLanes128(x));
        return (first.Value, second.Value);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static (float First, float Second) Pair<TFunction>(float x)
        where TFunction : IPairFunction<float>
    {
        if (Fma.IsSupported || AdvSimd.Arm64.IsSupported)
        {
            var (first, second) = TFunction.Invoke(new SingleLane(x));
            return (first.Value, second.Value);
        }

        var (firstLane, secondLane) = TFunction.Invoke(new ScalarLane<float>(x));
        return (firstLane.Value, secondLane.Value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<float> LaneByLane<TFunction>(Vector128<float> x)
        where TFunction : IUnaryFunction<float>
    {
        var result = x;
        for (var i = 0; i < Vector128<float>.Count; i++)
            result = result.WithElement(i, TFunction.Invoke(new ScalarLane<float>(x.GetElement(i))).Value);
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<float> LaneByLane<TFunction>(Vector128<float> x, Vector128<float> y)
        where TFunction : IBinaryFunction<float>
    {
        var result = x;
        for (var i = 0; i < Vector128<float>.Count; i++)
            result = result.WithElement(i, TFunction.Invoke(new ScalarLane<float>(x.GetElement(i)), new ScalarLane<float>(y.GetElement(i))).Value);
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (Vector128<float> First, Vector128<float> Second) LaneByLanePair<TFunction>(Vector128<float> x)
        where TFunction : IPairFunction<float>
    {
        var (first, second) = (x, x);
        for (var i = 0; i < Vector128<float>.Count; i++)
        {
            var (firstLane, secondLane) = TFunction.Invoke(new ScalarLane<float>(x.GetElement(i)));
            first = first.WithElement(i, firstLane.Value);
            second = second.WithElement(i, secondLane.Value);
        }

        return (first, second);
    }
}
