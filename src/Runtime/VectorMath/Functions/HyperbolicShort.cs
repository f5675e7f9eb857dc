using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>As <see cref="HyperbolicParts"/>, in one part each and not divided by 2^n, with an error that a float does not show.</summary>
internal static class HyperbolicShort
{
    /// <summary>sinh x and cosh x for x positive and at most 100.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TLanes Sine, TLanes Cosine) Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var n = TLanes.Fma(x, Logarithms.InverseLn2, PowerOfTwo.RounderDouble) - PowerOfTwo.RounderDouble;
        var r = TLanes.FmaNegated(n, Logarithms.Ln2Low, TLanes.FmaNegated(n, Logarithms.Ln2, x));
        var z = r * r;
        var sine = Polynomial<double>.Evaluate<TLanes>(
            z, HyperbolicSineSeriesShort.C0, HyperbolicSineSeriesShort.C1, HyperbolicSineSeriesShort.C2);
        var cosine = Polynomial<double>.Evaluate<TLanes>(
            z, HyperbolicCosineSeriesShort.C0, HyperbolicCosineSeriesShort.C1, HyperbolicCosineSeriesShort.C2);
        sine = TLanes.Fma(z * r, sine, r);
        cosine = TLanes.Fma(z, cosine, 1.0);
        var power = PowerOfTwo.Exact<TLanes, double>(n - 1.0);
        var inverse = PowerOfTwo.Exact<TLanes, double>(-1.0 - n);
        var d = power - inverse;
        var q = power + inverse;
        return (TLanes.Fma(d, cosine, q * sine), TLanes.Fma(q, cosine, d * sine));
    }
}
