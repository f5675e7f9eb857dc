using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The natural logarithm: x = 2^e (1 + f), with 1 + f between the square roots of 1/2 and 2; log(1 + f) = 2 artanh(f / (2 + f)) is a
/// polynomial, arranged as in fdlibm's <c>e_log.c</c> (Sun Microsystems, 1993) so that f itself is added exactly.
/// </summary>
internal readonly struct LogDouble : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var (f, e) = Decompose(x);
        var s = f / (f + 2.0);
        var w = s * s;
        var halfSquare = f * f * 0.5;
        var rest = halfSquare - TLanes.Fma(s, TLanes.Fma(w, Series(w), halfSquare), e * Logarithms.Ln2ShortLow);
        var whole = e * Logarithms.Ln2Short;
        var high = whole + f;
        var low = whole - high + f;
        return Special(x, high + (low - rest));
    }

    /// <summary>f and e of x = 2^e (1 + f), for x positive and finite, normal or not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TLanes F, TLanes E) Decompose<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        const long RootOfHalf = 0x3FE6A09E667F3BCD;
        const long One = 0x3FF0000000000000;
        var isSmall = TLanes.Less(x, 2.2250738585072014E-308);
        var normal = TLanes.Select(isSmall, x * 18014398509481984, x);
        var bits = TLanes.AddBits(normal, TLanes.FromBits(One - RootOfHalf));
        var e = TLanes.ShiftRight(bits, 52) | TLanes.FromBits(0x4330000000000000);
        e -= TLanes.Select(isSmall, 4503599627370496 + 1023 + 54, 4503599627370496 + 1023);
        var m = TLanes.AddBits(bits & TLanes.FromBits(0xFFFFFFFFFFFFF), TLanes.FromBits(RootOfHalf));
        return (m - 1.0, e);
    }

    /// <summary>The result, or what every logarithm is of 0, infinity, NaN and negative numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Special<TLanes>(TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, double>
    {
        result = TLanes.Select(TLanes.Less(x, double.PositiveInfinity), result, x);
        return TLanes.Select(TLanes.Less(0.0, x), result, TLanes.Select(TLanes.Equal(x, 0.0), double.NegativeInfinity, double.NaN));
    }

    /// <summary>(2 artanh s - 2 s) / s^3 where w is the square of s.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Series<TLanes>(TLanes w)
        where TLanes : struct, ILanes<TLanes, double> => Polynomial<double>.Evaluate<TLanes>(
            w, LogSeries.C0, LogSeries.C1, LogSeries.C2, LogSeries.C3, LogSeries.C4, LogSeries.C5,
            LogSeries.C6);
}
