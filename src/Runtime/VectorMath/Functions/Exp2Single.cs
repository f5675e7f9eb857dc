using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// 2^x = 2^n e^(r ln 2), where n is the integer nearest x; r is exact, and the rounding error of r ln 2 is carried along.
/// </summary>
internal readonly struct Exp2Single : IUnaryFunction<float>
{
    /// <summary>Below it, every result rounds to 0.</summary>
    private const float Lowest = -155;

    /// <summary>Above it, every result overflows.</summary>
    private const float Highest = 130;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float>
    {
        x = TLanes.AtLeast(Lowest, TLanes.AtMost(Highest, x));
        var n = x + PowerOfTwo.RounderSingle - PowerOfTwo.RounderSingle;
        var r = x - n;
        var u = r * LogarithmsSingle.Ln2;
        var error = TLanes.Fma(r, LogarithmsSingle.Ln2Low, TLanes.FmaSubtract(r, LogarithmsSingle.Ln2, u));
        var high = u + 1.0f;
        var low = 1.0f - high + u + error;
        return TLanes.Scale(high + TLanes.Fma(u * u, ExpSingle.Tail(u), low), n);
    }
}
