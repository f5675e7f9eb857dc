using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The arc tangent of a quotient between 0 and 1: above tan(pi / 8) it is a quarter of pi and the arc tangent of
/// (numerator - denominator) / (numerator + denominator), so that one polynomial does, and one division.
/// </summary>
internal static class Arctangent
{
    private const double Border = 0.41421356237309503;

    /// <summary>
    /// Whether a quarter of pi is to be added, and the rest in two parts. The denominator is not smaller than the numerator and of a
    /// magnitude that leaves its reciprocal and twice itself finite.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TLanes AddsQuarter, TLanes High, TLanes Low) OfQuotient<TLanes>(TLanes numerator, TLanes denominator)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var addsQuarter = TLanes.Less(denominator * Border, numerator);
        var difference = numerator - denominator;
        var sum = numerator + denominator;
        var high = TLanes.Select(addsQuarter, difference, numerator);
        var low = addsQuarter & (numerator - (difference + denominator));
        var divisor = TLanes.Select(addsQuarter, sum, denominator);
        var divisorLow = addsQuarter & (numerator - (sum - denominator));
        var (t, rest) = Quotient.Parts<TLanes, double>(high, low, divisor, divisorLow);
        var z = t * t;
        var series = Polynomial<double>.Evaluate<TLanes>(
            z, ArctangentSeries.C0, ArctangentSeries.C1, ArctangentSeries.C2, ArctangentSeries.C3,
            ArctangentSeries.C4, ArctangentSeries.C5, ArctangentSeries.C6, ArctangentSeries.C7,
            ArctangentSeries.C8, ArctangentSeries.C9, ArctangentSeries.C10);
        return (addsQuarter, t, TLanes.Fma(t * z, series, TLanes.FmaNegated(z, rest, rest)));
    }

    /// <summary>As <see cref="OfQuotient{TLanes}"/>, in one part, with an error that a float does not show.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TLanes AddsQuarter, TLanes Value) OfQuotientShort<TLanes>(TLanes numerator, TLanes denominator)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var addsQuarter = TLanes.Less(denominator * Border, numerator);
        var dividend = TLanes.Select(addsQuarter, numerator - denominator, numerator);
        var t = dividend / TLanes.Select(addsQuarter, numerator + denominator, denominator);
        var z = t * t;
        var series = Polynomial<double>.Evaluate<TLanes>(z, ArctangentSeriesShort.C0, ArctangentSeriesShort.C1, ArctangentSeriesShort.C2,
            ArctangentSeriesShort.C3, ArctangentSeriesShort.C4);
        return (addsQuarter, TLanes.Fma(t * z, series, t));
    }
}
