using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// log10 x = e log10 2 + log(1 + f) / ln 10, where the logarithm and the constants are held in two parts each.
/// </summary>
internal readonly struct Log10Double : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var (f, e) = LogDouble.Decompose(x);
        var s = f / (f + 2.0);
        var w = s * s;
        var halfSquare = f * f * 0.5;
        var high = f - halfSquare;
        var low = f - high - halfSquare + s * TLanes.Fma(w, LogDouble.Series(w), halfSquare);
        var product = high * Logarithms.InverseLn10;
        var error = TLanes.FmaSubtract(high, Logarithms.InverseLn10, product);
        error = TLanes.Fma(high, Logarithms.InverseLn10Low, TLanes.Fma(low, Logarithms.InverseLn10, error));
        error = TLanes.Fma(e, Logarithms.Log10Of2ShortLow, error);
        var whole = e * Logarithms.Log10Of2Short;
        var sum = whole + product;
        return LogDouble.Special(x, sum + (whole - sum + product + error));
    }
}
