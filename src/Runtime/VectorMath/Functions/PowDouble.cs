using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// x^y = e^(y log |x|), with the logarithm and the product in two parts: log(1 + f) is 2 artanh(f / (2 + f)), whose division,
/// whose cubic term and whose sum are carried to about 65 bits, so that the error is small even against the largest exponent.
/// </summary>
internal readonly struct PowDouble : IBinaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, double>
    {
        const double Bound = 800;
        var isSpecial = PowerCases.IsSpecial(x, y);
        var magnitude = TLanes.Abs(x);
        var (logHigh, logLow) = Logarithm(magnitude);
        logHigh = PowerCases.Logarithm(magnitude, logHigh);
        var factor = TLanes.AtLeast(-1e300, TLanes.AtMost(1e300, y));
        var high = factor * logHigh;
        var low = TLanes.Fma(factor, logLow, TLanes.Fma(factor, logHigh, -high));
        low = TLanes.Select(TLanes.Less(TLanes.Abs(high), Bound), low, 0.0);
        high = TLanes.AtLeast(-Bound, TLanes.AtMost(Bound, high));
        var n = TLanes.Fma(high, Logarithms.InverseLn2, PowerOfTwo.RounderDouble) - PowerOfTwo.RounderDouble;
        var first = TLanes.Fma(-n, Logarithms.Ln2, high);
        var rest = TLanes.Fma(-n, Logarithms.Ln2Low, low);
        var r = first + rest;
        rest -= r - first;
        var sum = r + 1.0;
        var tail = 1.0 - sum + r + rest;
        var power = TLanes.Scale(sum + TLanes.Fma(r * r, ExpDouble.Tail(r), tail), n);
        return TLanes.Any(isSpecial) ? PowerCases.Finish(x, y, power) : power;
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
        var sLow = TLanes.Fma(-s, f - (divisor - 2.0), TLanes.Fma(-s, divisor, f)) * inverse;
        var w = s * s;
        var wLow = TLanes.Fma(s + s, sLow, TLanes.Fma(s, s, -w));
        var tail = w * Polynomial<double>.Evaluate<TLanes>(
            w, PowerLogSeries.C0, PowerLogSeries.C1, PowerLogSeries.C2, PowerLogSeries.C3,
            PowerLogSeries.C4, PowerLogSeries.C5, PowerLogSeries.C6, PowerLogSeries.C7);
        var factor = tail + TwoThirds.High;
        var factorLow = TwoThirds.High - factor + tail + TwoThirds.Low;
        var square = w * factor;
        var squareLow = TLanes.Fma(wLow, factor, TLanes.Fma(w, factorLow, TLanes.Fma(w, factor, -square)));
        var cubic = s * square;
        var cubicLow = TLanes.Fma(sLow, square, TLanes.Fma(s, squareLow, TLanes.Fma(s, square, -cubic)));
        var twice = s + s;
        var high = twice + cubic;
        var low = twice - high + cubic + (sLow + sLow + cubicLow);
        var whole = e * Logarithms.Ln2Short;
        var sum = whole + high;
        low = whole - sum + high + TLanes.Fma(e, Logarithms.Ln2ShortLow, low);
        var result = sum + low;
        return (result, sum - result + low);
    }
}
