using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// Sine and cosine without their rounding errors made good, for <see cref="FastLaneMath"/>: <see cref="AngleReduction"/> in one part, and the
/// polynomials of <see cref="Quadrants"/>.
/// </summary>
internal static class FastQuadrantsSingle
{
    /// <summary>Larger angles are left to <see cref="LaneMath"/>.</summary>
    public const float Limit = 131072;

    /// <summary>The quadrant in the low two bits of the first result, and sine and cosine of what is left of the angle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TLanes Quadrant, TLanes Sine, TLanes Cosine) Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float>
    {
        var quadrant = TLanes.Fma(x, HalfPiSingle.Inverse, PowerOfTwo.RounderSingle);
        var n = quadrant - PowerOfTwo.RounderSingle;
        var r = TLanes.FmaNegated(n, HalfPiSingle.Middle, TLanes.FmaNegated(n, HalfPiSingle.High, x));
        r = TLanes.FmaNegated(n, HalfPiSingle.Low, r);
        var z = r * r;
        var sine = Polynomial<float>.Evaluate<TLanes>(
            z, (float)SineSeriesShort.C0, (float)SineSeriesShort.C1, (float)SineSeriesShort.C2);
        var cosine = Polynomial<float>.Evaluate<TLanes>(
            z, (float)CosineSeriesShort.C0, (float)CosineSeriesShort.C1, (float)CosineSeriesShort.C2);
        return (quadrant, TLanes.Fma(z * r, sine, r), TLanes.Fma(z * z, cosine, TLanes.Fma(z, -0.5f, 1.0f)));
    }

    /// <summary>A mask of the lanes whose quadrant is odd, where sine and cosine change places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes IsOdd<TLanes>(TLanes quadrant)
        where TLanes : struct, ILanes<TLanes, float> => TLanes.SubtractBits(TLanes.FromBits(0), quadrant & TLanes.FromBits(1));

    /// <summary>The sign bit of the sine, by which the value is to be flipped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes SineSign<TLanes>(TLanes quadrant)
        where TLanes : struct, ILanes<TLanes, float> => TLanes.ShiftLeft(quadrant & TLanes.FromBits(2), 30);

    /// <summary>The sign bit of the cosine, by which the value is to be flipped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes CosineSign<TLanes>(TLanes quadrant)
        where TLanes : struct, ILanes<TLanes, float> => SineSign(TLanes.AddBits(quadrant, TLanes.FromBits(1)));
}
