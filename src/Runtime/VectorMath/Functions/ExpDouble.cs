using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// e^x: the argument is reduced by a multiple n of ln 2 held in two parts (W. J. Cody and W. Waite, "Software Manual for the Elementary
/// Functions", 1980), e^r is a polynomial, and 2^n is put in at the end with one rounding, so denormal results are right too.
/// </summary>
internal readonly struct ExpDouble : IUnaryFunction<double>
{
    /// <summary>Below it, every result rounds to 0.</summary>
    public const double Lowest = -746;

    /// <summary>Above it, every result overflows.</summary>
    public const double Highest = 710;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        x = TLanes.AtLeast(Lowest, TLanes.AtMost(Highest, x));
        var n = TLanes.Fma(x, Logarithms.InverseLn2, PowerOfTwo.RounderDouble) - PowerOfTwo.RounderDouble;
        var r = TLanes.FmaNegated(n, Logarithms.Ln2, x);
        r = TLanes.FmaNegated(n, Logarithms.Ln2Low, r);
        var high = r + 1.0;
        var low = 1.0 - high + r;
        return TLanes.Scale(high + TLanes.Fma(r * r, Tail(r), low), n);
    }

    /// <summary>(e^r - 1 - r) / r^2 for |r| up to half of ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Tail<TLanes>(TLanes r)
        where TLanes : struct, ILanes<TLanes, double> => TLanes.Fma(CubicTail(r), r, 0.5);

    /// <summary>(e^r - 1 - r - r^2 / 2) / r^3 for |r| up to half of ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes CubicTail<TLanes>(TLanes r)
        where TLanes : struct, ILanes<TLanes, double> => Polynomial<double>.Evaluate<TLanes>(
            r, ExpSeries.C0, ExpSeries.C1, ExpSeries.C2, ExpSeries.C3, ExpSeries.C4, ExpSeries.C5, ExpSeries.C6, ExpSeries.C7, ExpSeries.C8);
}
