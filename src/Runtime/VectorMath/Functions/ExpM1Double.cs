using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// e^x - 1 = 2^n ((1 - 2^-n) + (e^r - 1)), whose parts are added from the largest on, each with its rounding error; for n = 0 the
/// first is zero and the rest precise relative to the result.
/// </summary>
internal readonly struct ExpM1Double : IUnaryFunction<double>
{
    /// <summary>Below it, every result rounds to -1.</summary>
    private const double Lowest = -60;

    /// <summary>Above it, every result overflows.</summary>
    private const double Highest = 710;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var bounded = TLanes.AtLeast(Lowest, TLanes.AtMost(Highest, x));
        var n = TLanes.Fma(bounded, Logarithms.InverseLn2, PowerOfTwo.RounderDouble) - PowerOfTwo.RounderDouble;
        var first = TLanes.FmaNegated(n, Logarithms.Ln2, bounded);
        var r = TLanes.FmaNegated(n, Logarithms.Ln2Low, first);
        var error = TLanes.FmaNegated(n, Logarithms.Ln2Low, first - r);
        var power = PowerOfTwo.Exact<TLanes, double>(TLanes.AtLeast(-100, -n));
        var whole = 1.0 - power;
        error += 1.0 - whole - power;
        var high = whole + r;
        var low = whole - high + r + error;
        var square = r * r;
        low = TLanes.Fma(TLanes.FmaSubtract(r, r, square), 0.5, TLanes.Fma(error, r, low));
        low = TLanes.Fma(square * r, ExpDouble.CubicTail(r), low);
        var result = TLanes.Scale(high + TLanes.Fma(square, 0.5, low), n);
        return TLanes.Select(TLanes.Equal(x, 0.0), x, result);
    }
}
