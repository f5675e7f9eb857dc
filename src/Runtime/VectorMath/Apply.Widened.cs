using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace AutoParallel.CompilerServices.VectorMath;

/// <content>
/// Functions of <see langword="float"/> by a function of <see langword="double"/> that is precise enough: widened, applied and rounded.
/// The scalar ones widen on their own side of the call: in the caller, where the argument comes from memory, the conversion would
/// keep the rest of the register, and so make a call wait for the result of the one before it.
/// </content>
internal static partial class Apply
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Widened<TFunction>(Vector512<float> x)
        where TFunction : IUnaryFunction<double>
    {
        var (lower, upper) = Vector512.Widen(x);
        return Vector512.Narrow(Unary<TFunction>(lower), Unary<TFunction>(upper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Widened<TFunction>(Vector256<float> x)
        where TFunction : IUnaryFunction<double> => Narrow(Unary<TFunction>(Widen(x)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Widened<TFunction>(Vector128<float> x)
        where TFunction : IUnaryFunction<double> => Narrow(Unary<TFunction>(Widen(x)));

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Widened<TFunction>(float x)
        where TFunction : IUnaryFunction<double> => Fma.IsSupported || AdvSimd.Arm64.IsSupported
        ? (float)TFunction.Invoke(new DoubleLane(x)).Value
        : (float)TFunction.Invoke(new ScalarLane<double>(x)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> WidenedBinary<TFunction>(Vector512<float> x, Vector512<float> y)
        where TFunction : IBinaryFunction<double>
    {
        var (lowerX, upperX) = Vector512.Widen(x);
        var (lowerY, upperY) = Vector512.Widen(y);
        return Vector512.Narrow(Binary<TFunction>(lowerX, lowerY), Binary<TFunction>(upperX, upperY));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> WidenedBinary<TFunction>(Vector256<float> x, Vector256<float> y)
        where TFunction : IBinaryFunction<double> => Narrow(Binary<TFunction>(Widen(x), Widen(y)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> WidenedBinary<TFunction>(Vector128<float> x, Vector128<float> y)
        where TFunction : IBinaryFunction<double> => Narrow(Binary<TFunction>(Widen(x), Widen(y)));

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float WidenedBinary<TFunction>(float x, float y)
        where TFunction : IBinaryFunction<double> => Fma.IsSupported || AdvSimd.Arm64.IsSupported
        ? (float)TFunction.Invoke(new DoubleLane(x), new DoubleLane(y)).Value
        : (float)TFunction.Invoke(new ScalarLane<double>(x), new ScalarLane<double>(y)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<float> First, Vector512<float> Second) WidenedPair<TFunction>(Vector512<float> x)
        where TFunction : IPairFunction<double>
    {
        var (lower, upper) = Vector512.Widen(x);
        var (firstLower, secondLower) = Pair<TFunction>(lower);
        var (firstUpper, secondUpper) = Pair<TFunction>(upper);
        return (Vector512.Narrow(firstLower, firstUpper), Vector512.Narrow(secondLower, secondUpper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<float> First, Vector256<float> Second) WidenedPair<TFunction>(Vector256<float> x)
        where TFunction : IPairFunction<double>
    {
        var (first, second) = Pair<TFunction>(Widen(x));
        return (Narrow(first), Narrow(second));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector128<float> First, Vector128<float> Second) WidenedPair<TFunction>(Vector128<float> x)
        where TFunction : IPairFunction<double>
    {
        var (first, second) = Pair<TFunction>(Widen(x));
        return (Narrow(first), Narrow(second));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static (float First, float Second) WidenedPair<TFunction>(float x)
        where TFunction : IPairFunction<double>
    {
        var (first, second) = Pair<TFunction>((double)x);
        return ((float)first, (float)second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Widen(Vector256<float> x)
    {
        if (Avx512F.IsSupported)
            return Avx512F.ConvertToVector512Double(x);
        var (lower, upper) = Vector256.Widen(x);
        return Vector512.Create(lower, upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Narrow(Vector512<double> x) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector256Single(x)
        : Vector256.Narrow(x.GetLower(), x.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Widen(Vector128<float> x)
    {
        if (Avx.IsSupported)
            return Avx.ConvertToVector256Double(x);
        var (lower, upper) = Vector128.Widen(x);
        return Vector256.Create(lower, upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Narrow(Vector256<double> x) => Avx.IsSupported
        ? Avx.ConvertToVector128Single(x)
        : Vector128.Narrow(x.GetLower(), x.GetUpper());
}
