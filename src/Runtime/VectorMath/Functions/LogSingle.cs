using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The natural logarithm in <see langword="float"/> arithmetic throughout: as <see cref="LogDouble"/>, but log(1 + f) is a polynomial in f,
/// which costs less than the division does where just 24 bits are wanted; and 1 + f is from 11/16 to 11/8, where the rounding errors of
/// that polynomial are smallest against the result.
/// </summary>
internal readonly struct LogSingle : IUnaryFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float>
    {
        var (f, e) = Decompose(x);
        var whole = e * LogarithmsSingle.Ln2Short;
        var high = whole + f;
        var low = TLanes.Fma(e, LogarithmsSingle.Ln2ShortLow, whole - high + f);
        return Special(x, high + TLanes.Fma(f * f, Series(f), low));
    }

    /// <summary>f and e of x = 2^e (1 + f), for x positive and finite, normal or not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TLanes F, TLanes E) Decompose<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float>
    {
        const int Lowest = 0x3F300000;
        const int One = 0x3F800000;
        var isSmall = TLanes.Less(x, 1.17549435E-38f);
        var normal = TLanes.Select(isSmall, x * 8388608f, x);
        var bits = TLanes.AddBits(normal, TLanes.FromBits(One - Lowest));
        var e = TLanes.ShiftRight(bits, 23) | TLanes.FromBits(0x4B000000);
        e -= TLanes.Select(isSmall, 8388608f + 127 + 23, 8388608f + 127);
        var m = TLanes.AddBits(bits & TLanes.FromBits(0x7FFFFF), TLanes.FromBits(Lowest));
        return (m - 1.0f, e);
    }

    /// <summary>The result, or what every logarithm is of 0, infinity, NaN and negative numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Special<TLanes>(TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, float>
    {
        result = TLanes.Select(TLanes.Less(x, float.PositiveInfinity), result, x);
        return TLanes.Select(TLanes.Less(0.0f, x), result, TLanes.Select(TLanes.Equal(x, 0.0f), float.NegativeInfinity, float.NaN));
    }

    /// <summary>(log(1 + f) - f) / f^2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Series<TLanes>(TLanes f)
        where TLanes : struct, ILanes<TLanes, float> => Polynomial<float>.Evaluate<TLanes>(
            f, LogSeriesSingle.C0, LogSeriesSingle.C1, LogSeriesSingle.C2, LogSeriesSingle.C3, LogSeriesSingle.C4, LogSeriesSingle.C5,
            LogSeriesSingle.C6, LogSeriesSingle.C7, LogSeriesSingle.C8, LogSeriesSingle.C9);

    /// <summary>(log(1 + f) - f + f^2 / 2) / f^3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes CubicSeries<TLanes>(TLanes f)
        where TLanes : struct, ILanes<TLanes, float> => Polynomial<float>.Evaluate<TLanes>(
            f, LogSeriesSingle.C1, LogSeriesSingle.C2, LogSeriesSingle.C3, LogSeriesSingle.C4, LogSeriesSingle.C5, LogSeriesSingle.C6,
            LogSeriesSingle.C7, LogSeriesSingle.C8, LogSeriesSingle.C9);
}
