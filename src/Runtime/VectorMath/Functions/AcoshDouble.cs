using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The inverse hyperbolic cosine: log(1 + (t + sqrt(2 t + t^2))) with t = x - 1, the argument in two parts; log x + log 2 beyond 2^30.
/// </summary>
internal readonly struct AcoshDouble : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var isBig = TLanes.Less(1073741824.0, x);
        var t = TLanes.Select(isBig, 1.0, x - 1.0);
        var square = t * t;
        var twice = t + t;
        var sum = twice + square;
        var back = sum - twice;
        var sumLow = twice - (sum - back) + (square - back) + TLanes.FmaSubtract(t, t, square);
        var root = TLanes.Sqrt(sum);
        var rootLow = TLanes.Select(TLanes.Less(0.0, root), (TLanes.FmaNegated(root, root, sum) + sumLow) / (root + root), 0.0);
        var argument = t + root;
        back = argument - root;
        var argumentLow = root - (argument - back) + (t - back) + rootLow;
        argument = TLanes.Select(isBig, x, argument);
        argumentLow = TLanes.Select(isBig, -1.0, argumentLow);
        var result = ShiftedLogarithm.Of(argument, argumentLow, isBig & 1.0);
        result = TLanes.Select(TLanes.Equal(x, 1.0), 0.0, result);
        return TLanes.Select(TLanes.Less(x, 1.0), double.NaN, result);
    }
}
