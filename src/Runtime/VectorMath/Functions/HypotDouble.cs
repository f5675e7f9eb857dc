using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The square root of a sum of squares in two parts, whose own rounding error is made good. Arguments at the ends of the range are
/// scaled by a power of two.
/// </summary>
internal readonly struct HypotDouble : IBinaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var (first, second) = (TLanes.Abs(x), TLanes.Abs(y));
        var swaps = TLanes.Less(first, second);
        var large = TLanes.Select(swaps, second, first);
        var small = TLanes.Select(swaps, first, second);
        var isHuge = TLanes.Less(3.2733906078961419E+150, large);
        var isTiny = TLanes.Less(large, 3.0549363634996047E-151);
        var factor = TLanes.Select(isHuge, 2.4099198651028841E-181, TLanes.Select(isTiny, 4.149515568880993E+180, 1.0));
        var back = TLanes.Select(isHuge, 4.149515568880993E+180, TLanes.Select(isTiny, 2.4099198651028841E-181, 1.0));
        large *= factor;
        small *= factor;
        var square = large * large;
        var other = small * small;
        var sum = square + other;
        var sumLow = square - sum + other + (TLanes.FmaSubtract(large, large, square) + TLanes.FmaSubtract(small, small, other));
        var root = TLanes.Sqrt(sum);
        var rootLow = TLanes.Select(TLanes.Less(0.0, root), (TLanes.FmaNegated(root, root, sum) + sumLow) / (root + root), 0.0);
        var result = (root + rootLow) * back;
        var isInfinite = TLanes.Equal(first, double.PositiveInfinity) | TLanes.Equal(second, double.PositiveInfinity);
        result = TLanes.Select(TLanes.Equal(x, x) & TLanes.Equal(y, y), result, x + y);
        return TLanes.Select(isInfinite, double.PositiveInfinity, result);
    }
}
