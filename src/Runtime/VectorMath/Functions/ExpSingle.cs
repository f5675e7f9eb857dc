using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>e^x in <see langword="float"/> arithmetic throughout, by the method of <see cref="ExpDouble"/>.</summary>
internal readonly struct ExpSingle : IUnaryFunction<float>
{
    /// <summary>Below it, every result rounds to 0.</summary>
    public const float Lowest = -104;

    /// <summary>Above it, every result overflows.</summary>
    public const float Highest = 89;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float>
    {
        x = TLanes.AtLeast(Lowest, TLanes.AtMost(Highest, x));
        var n = TLanes.Fma(x, LogarithmsSingle.InverseLn2, PowerOfTwo.RounderSingle) - PowerOfTwo.RounderSingle;
        var r = TLanes.FmaNegated(n, LogarithmsSingle.Ln2, x);
        r = TLanes.FmaNegated(n, LogarithmsSingle.Ln2Low, r);
        var high = r + 1.0f;
        var low = 1.0f - high + r;
        return TLanes.Scale(high + TLanes.Fma(r * r, Tail(r), low), n);
    }

    /// <summary>(e^r - 1 - r) / r^2 for |r| up to half of ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Tail<TLanes>(TLanes r)
        where TLanes : struct, ILanes<TLanes, float> => TLanes.Fma(CubicTail(r), r, 0.5f);

    /// <summary>(e^r - 1 - r - r^2 / 2) / r^3 for |r| up to half of ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes CubicTail<TLanes>(TLanes r)
        where TLanes : struct, ILanes<TLanes, float> => Polynomial<float>.Evaluate<TLanes>(
            r, ExpSeriesSingle.C0, ExpSeriesSingle.C1, ExpSeriesSingle.C2, ExpSeriesSingle.C3);
}
