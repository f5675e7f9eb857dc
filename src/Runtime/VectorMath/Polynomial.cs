using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// Polynomials by Estrin's scheme (G. Estrin, "Organization of computer systems: the fixed plus variable structure computer", 1960):
/// halves combined by even powers, so that the chain of dependent operations grows with the logarithm of the degree.
/// </summary>
internal static class Polynomial<T>
    where T : unmanaged
{
    /// <summary>3 coefficients, the constant one first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(TLanes x, TLanes c0, TLanes c1, TLanes c2)
        where TLanes : struct, ILanes<TLanes, T>
    {
        var x2 = x * x;
        return TLanes.Fma(c2, x2, TLanes.Fma(c1, x, c0));
    }

    /// <summary>4 coefficients, the constant one first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(TLanes x, TLanes c0, TLanes c1, TLanes c2, TLanes c3)
        where TLanes : struct, ILanes<TLanes, T>
    {
        var x2 = x * x;
        return TLanes.Fma(TLanes.Fma(c3, x, c2), x2, TLanes.Fma(c1, x, c0));
    }

    /// <summary>5 coefficients, the constant one first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(TLanes x, TLanes c0, TLanes c1, TLanes c2, TLanes c3, TLanes c4)
        where TLanes : struct, ILanes<TLanes, T>
    {
        var x2 = x * x;
        var x4 = x2 * x2;
        var from0To3 = TLanes.Fma(TLanes.Fma(c3, x, c2), x2, TLanes.Fma(c1, x, c0));
        return TLanes.Fma(c4, x4, from0To3);
    }

    /// <summary>6 coefficients, the constant one first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(TLanes x, TLanes c0, TLanes c1, TLanes c2, TLanes c3, TLanes c4, TLanes c5)
        where TLanes : struct, ILanes<TLanes, T>
    {
        var x2 = x * x;
        var x4 = x2 * x2;
        var from0To3 = TLanes.Fma(TLanes.Fma(c3, x, c2), x2, TLanes.Fma(c1, x, c0));
        return TLanes.Fma(TLanes.Fma(c5, x, c4), x4, from0To3);
    }

    /// <summary>7 coefficients, the constant one first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(TLanes x, TLanes c0, TLanes c1, TLanes c2, TLanes c3, TLanes c4, TLanes c5, TLanes c6)
        where TLanes : struct, ILanes<TLanes, T>
    {
        var x2 = x * x;
        var x4 = x2 * x2;
        var from0To3 = TLanes.Fma(TLanes.Fma(c3, x, c2), x2, TLanes.Fma(c1, x, c0));
        return TLanes.Fma(TLanes.Fma(c6, x2, TLanes.Fma(c5, x, c4)), x4, from0To3);
    }

    /// <summary>8 coefficients, the constant one first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(TLanes x, TLanes c0, TLanes c1, TLanes c2, TLanes c3, TLanes c4, TLanes c5, TLanes c6, TLanes c7)
        where TLanes : struct, ILanes<TLanes, T>
    {
        var x2 = x * x;
        var x4 = x2 * x2;
        var from4To7 = TLanes.Fma(TLanes.Fma(c7, x, c6), x2, TLanes.Fma(c5, x, c4));
        var from0To3 = TLanes.Fma(TLanes.Fma(c3, x, c2), x2, TLanes.Fma(c1, x, c0));
        return TLanes.Fma(from4To7, x4, from0To3);
    }

    /// <summary>9 coefficients, the constant one first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(TLanes x, TLanes c0, TLanes c1, TLanes c2, TLanes c3, TLanes c4, TLanes c5, TLanes c6, TLanes c7, TLanes c8)
        where TLanes : struct, ILanes<TLanes, T>
    {
        var x2 = x * x;
        var x4 = x2 * x2;
        var x8 = x4 * x4;
        var from4To7 = TLanes.Fma(TLanes.Fma(c7, x, c6), x2, TLanes.Fma(c5, x, c4));
        var from0To3 = TLanes.Fma(TLanes.Fma(c3, x, c2), x2, TLanes.Fma(c1, x, c0));
        var from0To7 = TLanes.Fma(from4To7, x4, from0To3);
        return TLanes.Fma(c8, x8, from0To7);
    }

    /// <summary>10 coefficients, the constant one first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(
        TLanes x, TLanes c0, TLanes c1, TLanes c2, TLanes c3, TLanes c4, TLanes c5, TLanes c6,
        TLanes c7, TLanes c8, TLanes c9)
        where TLanes : struct, ILanes<TLanes, T>
    {
        var x2 = x * x;
        var x4 = x2 * x2;
        var x8 = x4 * x4;
        var from4To7 = TLanes.Fma(TLanes.Fma(c7, x, c6), x2, TLanes.Fma(c5, x, c4));
        var from0To3 = TLanes.Fma(TLanes.Fma(c3, x, c2), x2, TLanes.Fma(c1, x, c0));
        var from0To7 = TLanes.Fma(from4To7, x4, from0To3);
        return TLanes.Fma(TLanes.Fma(c9, x, c8), x8, from0To7);
    }

    /// <summary>11 coefficients, the constant one first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(
        TLanes x, TLanes c0, TLanes c1, TLanes c2, TLanes c3, TLanes c4, TLanes c5, TLanes c6,
        TLanes c7, TLanes c8, TLanes c9, TLanes c10)
        where TLanes : struct, ILanes<TLanes, T>
    {
        var x2 = x * x;
        var x4 = x2 * x2;
        var x8 = x4 * x4;
        var from4To7 = TLanes.Fma(TLanes.Fma(c7, x, c6), x2, TLanes.Fma(c5, x, c4));
        var from0To3 = TLanes.Fma(TLanes.Fma(c3, x, c2), x2, TLanes.Fma(c1, x, c0));
        var from0To7 = TLanes.Fma(from4To7, x4, from0To3);
        return TLanes.Fma(TLanes.Fma(c10, x2, TLanes.Fma(c9, x, c8)), x8, from0To7);
    }

    /// <summary>12 coefficients, the constant one first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(
        TLanes x, TLanes c0, TLanes c1, TLanes c2, TLanes c3, TLanes c4, TLanes c5, TLanes c6,
        TLanes c7, TLanes c8, TLanes c9, TLanes c10, TLanes c11)
        where TLanes : struct, ILanes<TLanes, T>
    {
        var x2 = x * x;
        var x4 = x2 * x2;
        var x8 = x4 * x4;
        var from8To11 = TLanes.Fma(TLanes.Fma(c11, x, c10), x2, TLanes.Fma(c9, x, c8));
        var from4To7 = TLanes.Fma(TLanes.Fma(c7, x, c6), x2, TLanes.Fma(c5, x, c4));
        var from0To3 = TLanes.Fma(TLanes.Fma(c3, x, c2), x2, TLanes.Fma(c1, x, c0));
        var from0To7 = TLanes.Fma(from4To7, x4, from0To3);
        return TLanes.Fma(from8To11, x8, from0To7);
    }

    /// <summary>13 coefficients, the constant one first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(
        TLanes x, TLanes c0, TLanes c1, TLanes c2, TLanes c3, TLanes c4, TLanes c5, TLanes c6,
        TLanes c7, TLanes c8, TLanes c9, TLanes c10, TLanes c11, TLanes c12)
        where TLanes : struct, ILanes<TLanes, T>
    {
        var x2 = x * x;
        var x4 = x2 * x2;
        var x8 = x4 * x4;
        var from8To11 = TLanes.Fma(TLanes.Fma(c11, x, c10), x2, TLanes.Fma(c9, x, c8));
        var from8To12 = TLanes.Fma(c12, x4, from8To11);
        var from4To7 = TLanes.Fma(TLanes.Fma(c7, x, c6), x2, TLanes.Fma(c5, x, c4));
        var from0To3 = TLanes.Fma(TLanes.Fma(c3, x, c2), x2, TLanes.Fma(c1, x, c0));
        var from0To7 = TLanes.Fma(from4To7, x4, from0To3);
        return TLanes.Fma(from8To12, x8, from0To7);
    }

    /// <summary>14 coefficients, the constant one first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(
        TLanes x, TLanes c0, TLanes c1, TLanes c2, TLanes c3, TLanes c4, TLanes c5, TLanes c6,
        TLanes c7, TLanes c8, TLanes c9, TLanes c10, TLanes c11, TLanes c12, TLanes c13)
        where TLanes : struct, ILanes<TLanes, T>
    {
        var x2 = x * x;
        var x4 = x2 * x2;
        var x8 = x4 * x4;
        var from8To11 = TLanes.Fma(TLanes.Fma(c11, x, c10), x2, TLanes.Fma(c9, x, c8));
        var from8To13 = TLanes.Fma(TLanes.Fma(c13, x, c12), x4, from8To11);
        var from4To7 = TLanes.Fma(TLanes.Fma(c7, x, c6), x2, TLanes.Fma(c5, x, c4));
        var from0To3 = TLanes.Fma(TLanes.Fma(c3, x, c2), x2, TLanes.Fma(c1, x, c0));
        var from0To7 = TLanes.Fma(from4To7, x4, from0To3);
        return TLanes.Fma(from8To13, x8, from0To7);
    }
}
