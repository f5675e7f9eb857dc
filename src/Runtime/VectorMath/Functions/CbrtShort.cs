using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The cube root in <see langword="double"/>, with an error that a float does not show.
/// </summary>
internal readonly struct CbrtShort : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var magnitude = TLanes.Abs(x);
        var isSmall = TLanes.Less(magnitude, 2.2250738585072014E-308);
        var normal = TLanes.Select(isSmall, magnitude * 18014398509481984, magnitude);
        var e = (TLanes.ShiftRight(normal, 52) | TLanes.FromBits(0x4330000000000000)) - (4503599627370496.0 + 1023);
        var third = TLanes.Fma(e, 1.0 / 3, PowerOfTwo.RounderDouble) - PowerOfTwo.RounderDouble;
        var remainder = TLanes.Fma(third, -3.0, e);
        var m = (normal & TLanes.FromBits(0xFFFFFFFFFFFFF)) | TLanes.FromBits(0x3FF0000000000000);
        var inverse = Polynomial<double>.Evaluate<TLanes>(
            m, InverseCubeRootSeries.C0, InverseCubeRootSeries.C1, InverseCubeRootSeries.C2,
            InverseCubeRootSeries.C3, InverseCubeRootSeries.C4, InverseCubeRootSeries.C5);
        inverse *= TLanes.Select(
            TLanes.Less(remainder, 0.0), 1.2599210498948732, TLanes.Select(TLanes.Less(0.0, remainder), 0.7937005259840998, 1.0));
        m *= PowerOfTwo.Exact<TLanes, double>(remainder);
        var miss = TLanes.FmaNegated(m * inverse, inverse * inverse, 1.0);
        inverse = TLanes.Fma(inverse * miss, TLanes.Fma(miss, 2.0 / 9, 1.0 / 3), inverse);
        var square = inverse * inverse;
        var root = m * square;
        third -= isSmall & 18.0;
        root = (root * PowerOfTwo.Exact<TLanes, double>(third)) | (x & TLanes.FromBits(long.MinValue));
        return TLanes.Select(TLanes.Less(0.0, magnitude) & TLanes.Less(magnitude, double.PositiveInfinity), root, x);
    }
}
