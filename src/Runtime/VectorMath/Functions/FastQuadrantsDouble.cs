using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// Sine and cosine without their rounding errors made good, for <see cref="FastLaneMath"/>: <see cref="AngleReduction"/> in one part, and the
/// polynomials of <see cref="Quadrants"/>.
/// </summary>
internal static class FastQuadrantsDouble
{
    /// <summary>Larger angles are left to <see cref="LaneMath"/>.</summary>
    public const double Limit = AngleReduction.Limit;

    /// <summary>The quadrant in the low two bits of the first result, and sine and cosine of what is left of the angle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TLanes Quadrant, TLanes Sine, TLanes Cosine) Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var quadrant = TLanes.Fma(x, HalfPi.Inverse, PowerOfTwo.RounderDouble);
        var n = quadrant - PowerOfTwo.RounderDouble;
        var r = TLanes.FmaNegated(n, HalfPi.Middle, TLanes.FmaNegated(n, HalfPi.High, x));
        r = TLanes.FmaNegated(n, HalfPi.Low, r);
        var z = r * r;
        var sine = Polynomial<double>.Evaluate<TLanes>(
            z, SineSeries.C0, SineSeries.C1, SineSeries.C2, SineSeries.C3, SineSeries.C4, SineSeries.C5);
        var cosine = Polynomial<double>.Evaluate<TLanes>(
            z, CosineSeries.C0, CosineSeries.C1, CosineSeries.C2, CosineSeries.C3, CosineSeries.C4, CosineSeries.C5);
        return (quadrant, TLanes.Fma(z * r, sine, r), TLanes.Fma(z * z, cosine, TLanes.Fma(z, -0.5, 1.0)));
    }

    /// <summary>A mask of the lanes whose quadrant is odd, where sine and cosine change places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes IsOdd<TLanes>(TLanes quadrant)
        where TLanes : struct, ILanes<TLanes, double> => TLanes.SubtractBits(TLanes.FromBits(0), quadrant & TLanes.FromBits(1));

    /// <summary>The sign bit of the sine, by which the value is to be flipped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes SineSign<TLanes>(TLanes quadrant)
        where TLanes : struct, ILanes<TLanes, double> => TLanes.ShiftLeft(quadrant & TLanes.FromBits(2), 62);

    /// <summary>The sign bit of the cosine, by which the value is to be flipped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes CosineSign<TLanes>(TLanes quadrant)
        where TLanes : struct, ILanes<TLanes, double> => SineSign(TLanes.AddBits(quadrant, TLanes.FromBits(1)));
}
