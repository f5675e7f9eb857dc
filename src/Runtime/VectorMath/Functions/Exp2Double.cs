using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// 2^x = 2^n e^(r ln 2), where n is the integer nearest x; r is exact, and the rounding error of r ln 2 is carried along.
/// </summary>
internal readonly struct Exp2Double : IUnaryFunction<double>
{
    /// <summary>Below it, every result rounds to 0.</summary>
    private const double Lowest = -1080;

    /// <summary>Above it, every result overflows.</summary>
    private const double Highest = 1030;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        x = TLanes.AtLeast(Lowest, TLanes.AtMost(Highest, x));
        var n = x + PowerOfTwo.RounderDouble - PowerOfTwo.RounderDouble;
        var r = x - n;
        var u = r * Logarithms.Ln2;
        var error = TLanes.Fma(r, Logarithms.Ln2Low, TLanes.FmaSubtract(r, Logarithms.Ln2, u));
        var high = u + 1.0;
        var low = 1.0 - high + u + error;
        return TLanes.Scale(high + TLanes.Fma(u * u, ExpDouble.Tail(u), low), n);
    }
}
