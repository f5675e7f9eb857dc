using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// e^x - 1 = 2^n ((1 - 2^-n) + (e^r - 1)), whose parts are added from the largest on, each with its rounding error; for n = 0 the
/// first is zero and the rest precise relative to the result.
/// </summary>
internal readonly struct ExpM1Single : IUnaryFunction<float>
{
    /// <summary>Below it, every result rounds to -1.</summary>
    private const float Lowest = -30;

    /// <summary>Above it, every result overflows.</summary>
    private const float Highest = 89;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float>
    {
        var bounded = TLanes.AtLeast(Lowest, TLanes.AtMost(Highest, x));
        var n = TLanes.Fma(bounded, LogarithmsSingle.InverseLn2, PowerOfTwo.RounderSingle) - PowerOfTwo.RounderSingle;
        var first = TLanes.FmaNegated(n, LogarithmsSingle.Ln2, bounded);
        var r = TLanes.FmaNegated(n, LogarithmsSingle.Ln2Low, first);
        var error = TLanes.FmaNegated(n, LogarithmsSingle.Ln2Low, first - r);
        var power = PowerOfTwo.Exact<TLanes, float>(TLanes.AtLeast(-100, -n));
        var whole = 1.0f - power;
        error += 1.0f - whole - power;
        var high = whole + r;
        var low = whole - high + r + error;
        var square = r * r;
        low = TLanes.Fma(TLanes.FmaSubtract(r, r, square), 0.5f, TLanes.Fma(error, r, low));
        low = TLanes.Fma(square * r, ExpSingle.CubicTail(r), low);
        var result = TLanes.Scale(high + TLanes.Fma(square, 0.5f, low), n);
        return TLanes.Select(TLanes.Equal(x, 0.0f), x, result);
    }
}
