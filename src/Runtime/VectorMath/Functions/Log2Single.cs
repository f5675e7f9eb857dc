using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// log2 x = e + log(1 + f) / ln 2, where the logarithm and the constant are held in two parts each, so powers of two are exact.
/// </summary>
internal readonly struct Log2Single : IUnaryFunction<float>
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
        var product = high * LogarithmsSingle.InverseLn2;
        var error = TLanes.FmaSubtract(high, LogarithmsSingle.InverseLn2, product);
        error = TLanes.Fma(high, LogarithmsSingle.InverseLn2Low, TLanes.Fma(low, LogarithmsSingle.InverseLn2, error));
        var sum = e + product;
        return LogSingle.Special(x, sum + (e - sum + product + error));
    }
}
