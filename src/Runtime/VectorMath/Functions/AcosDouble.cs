using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The arc cosine: pi / 2 - asin x up to 1/2, and 2 asin(sqrt((1 - x) / 2)) or its supplement above, where the rounding error of the root
/// is made good, as in fdlibm's <c>e_acos.c</c> (Sun Microsystems, 1993).
/// </summary>
internal readonly struct AcosDouble : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var magnitude = TLanes.Abs(x);
        var isBig = TLanes.Less(0.5, magnitude);
        var z = TLanes.Select(isBig, TLanes.Fma(magnitude, -0.5, 0.5), magnitude * magnitude);
        var root = TLanes.Sqrt(z);
        var s = TLanes.Select(isBig, root, magnitude);
        var rootLow = TLanes.Select(isBig & TLanes.Less(0.0, z), TLanes.FmaNegated(root, root, z) / (root + root), 0.0);
        var tail = TLanes.Fma(s * z, Arcsine.Series(z), rootLow);
        var isNegative = TLanes.Less(x, 0.0);
        var factor = TLanes.Select(isBig, 2.0, -1.0) ^ (isNegative & TLanes.FromBits(long.MinValue));
        var whole = TLanes.Select(isBig, isNegative & HalfPi.Twice, HalfPi.High);
        var wholeLow = TLanes.Select(isBig, isNegative & HalfPi.TwiceLow, HalfPi.Middle);
        var high = s * factor;
        var sum = whole + high;
        return sum + (whole - sum + high + TLanes.Fma(tail, factor, wholeLow));
    }
}
