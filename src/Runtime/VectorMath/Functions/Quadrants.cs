using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>Sine and cosine of a reduced angle, and the choice between them by quadrant.</summary>
internal static class Quadrants
{
    /// <summary>
    /// The sine as High + Tail and the cosine as Base + CosineTail, for High + Low up to a quarter of pi: the kernels of fdlibm's
    /// <c>k_sin.c</c> and <c>k_cos.c</c> (Sun Microsystems, 1993), with the rounding error of the square made good.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TLanes SineTail, TLanes CosineBase, TLanes CosineTail) SineAndCosine<TLanes>(TLanes high, TLanes low)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var z = high * high;
        var zError = TLanes.FmaSubtract(high, high, z);
        var sine = Polynomial<double>.Evaluate<TLanes>(
            z, SineSeries.C0, SineSeries.C1, SineSeries.C2, SineSeries.C3, SineSeries.C4, SineSeries.C5);
        var cosine = Polynomial<double>.Evaluate<TLanes>(
            z, CosineSeries.C0, CosineSeries.C1, CosineSeries.C2, CosineSeries.C3, CosineSeries.C4, CosineSeries.C5);
        var half = z * 0.5;
        var cosineBase = 1.0 - half;
        var cosineRest = TLanes.Fma(zError, -0.5, 1.0 - cosineBase - half);
        return (
            TLanes.Fma(z * high, sine, TLanes.FmaNegated(half, low, low)),
            cosineBase,
            TLanes.Fma(z * z, cosine, TLanes.FmaNegated(high, low, cosineRest)));
    }

    /// <summary>Sine and cosine, with an error that a float does not show.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TLanes Sine, TLanes Cosine) Short<TLanes>(TLanes r)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var z = r * r;
        var sine = Polynomial<double>.Evaluate<TLanes>(z, SineSeriesShort.C0, SineSeriesShort.C1, SineSeriesShort.C2);
        var cosine = Polynomial<double>.Evaluate<TLanes>(z, CosineSeriesShort.C0, CosineSeriesShort.C1, CosineSeriesShort.C2);
        return (TLanes.Fma(z * r, sine, r), TLanes.Fma(z * z, cosine, TLanes.Fma(z, -0.5, 1.0)));
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
