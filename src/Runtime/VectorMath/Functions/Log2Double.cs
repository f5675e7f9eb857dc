using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// log2 x = e + log(1 + f) / ln 2, where the logarithm and the constant are held in two parts each, so powers of two are exact.
/// </summary>
internal readonly struct Log2Double : IUnaryFunction<double>
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
        var product = high * Logarithms.InverseLn2;
        var error = TLanes.FmaSubtract(high, Logarithms.InverseLn2, product);
        error = TLanes.Fma(high, Logarithms.InverseLn2Low, TLanes.Fma(low, Logarithms.InverseLn2, error));
        var sum = e + product;
        return LogDouble.Special(x, sum + (e - sum + product + error));
    }
}
