using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// sinh x and cosh x for x = n ln 2 + r, in two parts each and divided by 2^n, by the addition theorem: with d = (1 - 4^-n) / 2 and
/// q = (1 + 4^-n) / 2 they are d cosh r + q sinh r and q cosh r + d sinh r, whose terms are all positive but for r, so that nothing
/// cancels, not even for n = 0, where d is 0.
/// </summary>
internal static class HyperbolicParts
{
    /// <summary>n, the sine's and the cosine's parts; x is positive and at most 720.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TLanes N, TLanes Sine, TLanes SineLow, TLanes Cosine, TLanes CosineLow) Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var n = TLanes.Fma(x, Logarithms.InverseLn2, PowerOfTwo.RounderDouble) - PowerOfTwo.RounderDouble;
        var first = TLanes.FmaNegated(n, Logarithms.Ln2, x);
        var r = TLanes.FmaNegated(n, Logarithms.Ln2Low, first);
        var rLow = TLanes.FmaNegated(n, Logarithms.Ln2Low, first - r);
        var z = r * r;
        var sine = TLanes.Fma(
            z * r,
            Polynomial<double>.Evaluate<TLanes>(z, HyperbolicSineSeries.C0, HyperbolicSineSeries.C1, HyperbolicSineSeries.C2,
            HyperbolicSineSeries.C3, HyperbolicSineSeries.C4),
            rLow);
        var cosine = TLanes.Fma(
            r,
            rLow,
            z * Polynomial<double>.Evaluate<TLanes>(z, HyperbolicCosineSeries.C0, HyperbolicCosineSeries.C1, HyperbolicCosineSeries.C2,
            HyperbolicCosineSeries.C3, HyperbolicCosineSeries.C4));
        var power = PowerOfTwo.Exact<TLanes, double>(TLanes.AtLeast(-200.0, TLanes.Fma(n, -2.0, -1.0)));
        var d = 0.5 - power;
        var dLow = 0.5 - d - power;
        var q = power + 0.5;
        var qLow = 0.5 - q + power;
        var product = q * r;
        var high = d + product;
        var low = d - high + product + TLanes.FmaSubtract(q, r, product) + TLanes.Fma(qLow, r, dLow);
        low = TLanes.Fma(d, cosine, TLanes.Fma(q, sine, low));
        product = d * r;
        var cosineHigh = q + product;
        var cosineLow = q - cosineHigh + product + TLanes.FmaSubtract(d, r, product) + TLanes.Fma(dLow, r, qLow);
        cosineLow = TLanes.Fma(q, cosine, TLanes.Fma(d, sine, cosineLow));
        return (n, high, low, cosineHigh, cosineLow);
    }
}
