using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The inverse hyperbolic sine: log(1 + (x + sqrt(1 + x^2) - 1)), the argument in two parts; log x + log 2 beyond 2^30, where 1 does
/// not count.
/// </summary>
internal readonly struct AsinhDouble : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var magnitude = TLanes.Abs(x);
        var isBig = TLanes.Less(1073741824.0, magnitude);
        var a = TLanes.Select(isBig, 1.0, magnitude);
        var square = a * a;
        var sum = square + 1.0;
        var back = sum - square;
        var sumLow = 1.0 - back + (square - (sum - back)) + TLanes.FmaSubtract(a, a, square);
        var root = TLanes.Sqrt(sum);
        var rootLow = (TLanes.FmaNegated(root, root, sum) + sumLow) / (root + root);
        var excess = root - 1.0;
        var argument = a + excess;
        back = argument - a;
        var argumentLow = a - (argument - back) + (excess - back) + rootLow;
        argument = TLanes.Select(isBig, magnitude, argument);
        argumentLow = TLanes.Select(isBig, -1.0, argumentLow);
        var result = ShiftedLogarithm.Of(argument, argumentLow, isBig & 1.0);
        return TLanes.Select(TLanes.Equal(x, 0.0), x, result | (x & TLanes.FromBits(long.MinValue)));
    }
}
