using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// log10 x = e log10 2 + log(1 + f) / ln 10, where the logarithm and the constants are held in two parts each.
/// </summary>
internal readonly struct Log10Single : IUnaryFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float>
    {
        var (f, e) = LogSingle.Decompose(x);
        var square = f * f;
        var squareError = TLanes.FmaSubtract(f, f, square);
        var high = TLanes.Fma(square, -0.5f, f);
        var low = TLanes.Fma(squareError, -0.5f, TLanes.Fma(square, -0.5f, f - high));
        low = TLanes.Fma(square * f, LogSingle.CubicSeries(f), low);
        var product = high * LogarithmsSingle.InverseLn10;
        var error = TLanes.FmaSubtract(high, LogarithmsSingle.InverseLn10, product);
        error = TLanes.Fma(high, LogarithmsSingle.InverseLn10Low, TLanes.Fma(low, LogarithmsSingle.InverseLn10, error));
        error = TLanes.Fma(e, LogarithmsSingle.Log10Of2ShortLow, error);
        var whole = e * LogarithmsSingle.Log10Of2Short;
        var sum = whole + product;
        return LogSingle.Special(x, sum + (whole - sum + product + error));
    }
}
