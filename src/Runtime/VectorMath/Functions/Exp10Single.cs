using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// 10^x = 2^n e^(r ln 10), where n is the integer nearest x log2 10, so r = x - n log10 2. The first part of that difference is exact;
/// its second part and the rounding error of r ln 10 are carried along.
/// </summary>
internal readonly struct Exp10Single : IUnaryFunction<float>
{
    /// <summary>Below it, every result rounds to 0.</summary>
    private const float Lowest = -47;

    /// <summary>Above it, every result overflows.</summary>
    private const float Highest = 39;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float>
    {
        x = TLanes.AtLeast(Lowest, TLanes.AtMost(Highest, x));
        var n = TLanes.Fma(x, LogarithmsSingle.Log2Of10, PowerOfTwo.RounderSingle) - PowerOfTwo.RounderSingle;
        var r = TLanes.FmaNegated(n, LogarithmsSingle.Log10Of2, x);
        var u = r * LogarithmsSingle.Ln10;
        var error = TLanes.Fma(r, LogarithmsSingle.Ln10Low, TLanes.FmaSubtract(r, LogarithmsSingle.Ln10, u));
        error = TLanes.FmaNegated(n, LogarithmsSingle.Log10Of2LowLn10, error);
        var sum = u + error;
        error -= sum - u;
        u = sum;
        var high = u + 1.0f;
        var low = 1.0f - high + u + error;
        return TLanes.Scale(high + TLanes.Fma(u * u, ExpSingle.Tail(u), low), n);
    }
}
