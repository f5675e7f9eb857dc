using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// x^y = e^(y log |x|), with the logarithm and the product in two parts: log(1 + f) is 2 artanh s with s = f / (2 + f). The division, the
/// cubic term and the sum are carried to about 65 bits, so that the error is small even against the largest exponent. The terms do not
/// wait for each other: what the quotient's rounding lost is added with the derivative of the whole, 2 / (1 - s^2).
/// </summary>
internal readonly struct PowDouble : IBinaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, double>
    {
        const double Bound = 800;
        var magnitude = TLanes.Abs(x);
        var (logHigh, logLow) = Logarithm(magnitude);
        var high = y * logHigh;
        var low = TLanes.Fma(y, logLow, TLanes.FmaSubtract(y, logHigh, high));
        var isBounded = TLanes.Less(TLanes.Abs(high), Bound);
        var n = TLanes.Fma(high, Logarithms.InverseLn2, PowerOfTwo.RounderDouble) - PowerOfTwo.RounderDouble;
        var first = TLanes.FmaNegated(n, Logarithms.Ln2, high);
        var rest = TLanes.FmaNegated(n, Logarithms.Ln2Low, low);
        var r = first + rest;
        rest -= r - first;
        var sum = r + 1.0;
        var tail = 1.0 - sum + r + rest;
        var power = TLanes.Scale(sum + TLanes.Fma(r * r, ExpDouble.Tail(r), tail), n);
        return TLanes.Any(PowerCases.IsSpecial(x, isBounded)) ? PowerCases.Finish(x, y, isBounded, power) : power;
    }

    /// <summary>The natural logarithm of a positive finite number in two parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TLanes High, TLanes Low) Logarithm<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var (f, e) = LogDouble.Decompose(x);
        var divisor = f + 2.0;
        var inverse = 1.0 / divisor;
        var s = f * inverse;
        var sLow = TLanes.FmaNegated(s, f - (divisor - 2.0), TLanes.FmaNegated(s, divisor, f)) * inverse;
        var w = s * s;
        var wLow = TLanes.FmaSubtract(s, s, w);
        var cube = s * w;
        var cubeLow = TLanes.Fma(s, wLow, TLanes.FmaSubtract(s, w, cube));
        var tail = cube * w * Polynomial<double>.Evaluate<TLanes>(
            w, PowerLogSeries.C0, PowerLogSeries.C1, PowerLogSeries.C2, PowerLogSeries.C3,
            PowerLogSeries.C4, PowerLogSeries.C5, PowerLogSeries.C6, PowerLogSeries.C7);
        var cubic = cube * TwoThirds.High;
        var cubicLow = TLanes.Fma(cubeLow, TwoThirds.High, TLanes.Fma(cube, TwoThirds.Low, TLanes.FmaSubtract(cube, TwoThirds.High, cubic)));
        var twice = s + s;
        var twiceLow = sLow + sLow;
        var high = twice + cubic;
        var low = twice - high + cubic + (TLanes.Fma(twiceLow, TLanes.Fma(w, w, w), twiceLow) + cubicLow + tail);
        var whole = e * Logarithms.Ln2Short;
        var sum = whole + high;
        low = whole - sum + high + TLanes.Fma(e, Logarithms.Ln2ShortLow, low);
        var result = sum + low;
        return (result, sum - result + low);
    }
}
