using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// Reduces angles to a quarter turn. Up to <see cref="Limit"/> by subtracting the nearest multiple of pi / 2, held in three parts, with
/// a fused multiply-add (W. J. Cody and W. Waite, 1980; the first step is exact); beyond it, in the rare lanes that are there, by
/// multiplying with the digits of 2 / pi that matter (M. H. Payne and R. N. Hanek, "Radian reduction for trigonometric functions",
/// 1983), in integers.
/// </summary>
internal static class AngleReduction
{
    /// <summary>Angles above it are reduced lane by lane.</summary>
    public const double Limit = 1 << 30;

    /// <summary>x = quadrant pi / 2 + High + Low; the quadrant is in the low two bits of the first result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TLanes Quadrant, TLanes High, TLanes Low) Reduce<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var quadrant = TLanes.Fma(x, HalfPi.Inverse, PowerOfTwo.RounderDouble);
        var n = quadrant - PowerOfTwo.RounderDouble;
        var first = TLanes.FmaNegated(n, HalfPi.High, x);
        var second = n * HalfPi.Middle;
        var secondError = TLanes.FmaSubtract(n, HalfPi.Middle, second);
        var high = first - second;
        var back = high - first;
        var low = first - (high - back) - (second + back);
        low = TLanes.FmaNegated(n, HalfPi.Low, low - secondError);
        var isLarge = TLanes.Less(Limit, TLanes.Abs(x));
        return TLanes.Any(isLarge) ? ReduceLarge(x, quadrant, high, low) : (quadrant, high, low);
    }

    /// <summary>As <see cref="Reduce{TLanes}"/>, with a rest of about 53 bits: for the sake of a result that is a float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TLanes Quadrant, TLanes Angle) ReduceShort<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var quadrant = TLanes.Fma(x, HalfPi.Inverse, PowerOfTwo.RounderDouble);
        var n = quadrant - PowerOfTwo.RounderDouble;
        var rest = TLanes.FmaNegated(n, HalfPi.Middle, TLanes.FmaNegated(n, HalfPi.High, x));
        var isLarge = TLanes.Less(Limit, TLanes.Abs(x));
        if (TLanes.Any(isLarge))
            (quadrant, rest, _) = ReduceLarge(x, quadrant, rest, rest);
        return (quadrant, rest);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (TLanes Quadrant, TLanes High, TLanes Low) ReduceLarge<TLanes>(TLanes x, TLanes quadrant, TLanes high, TLanes low)
        where TLanes : struct, ILanes<TLanes, double>
    {
        for (var i = 0; i < TLanes.Count; i++)
        {
            var angle = TLanes.Get(x, i);
            if (Math.Abs(angle) > Limit)
            {
                var (laneQuadrant, laneHigh, laneLow) = Large(angle);
                quadrant = TLanes.With(quadrant, i, BitConverter.Int64BitsToDouble(laneQuadrant));
                high = TLanes.With(high, i, laneHigh);
                low = TLanes.With(low, i, laneLow);
            }
        }

        return (quadrant, high, low);
    }

    /// <summary>
    /// The product of the significand and 192 binary digits of 2 / pi, less the digits that make multiples of 4: its top two bits are
    /// the quadrant, the rest is the fraction of a quarter turn.
    /// </summary>
    private static (long Quadrant, double High, double Low) Large(double x)
    {
        if (!double.IsFinite(x))
            return (0, double.NaN, double.NaN);
        var bits = BitConverter.DoubleToInt64Bits(x);
        var significand = (ulong)(bits & 0xFFFFFFFFFFFFF) | (1UL << 52);
        var start = (int)((bits >> 52) & 0x7FF) - 1075 + 62;
        var (top, middle, bottom) = (Digits(start), Digits(start + 64), Digits(start + 128));
        var carry = Math.BigMul(significand, bottom, out _);
        var upper = Math.BigMul(significand, middle, out var lower);
        lower += carry;
        upper += lower < carry ? 1UL : 0;
        upper += significand * top;
        var quadrant = (long)(upper >> 62);
        var fraction = new UInt128((upper << 2) | (lower >> 62), lower << 2);
        var isNegative = (fraction >> 127) != 0;
        if (isNegative)
        {
            quadrant++;
            fraction = UInt128.Zero - fraction;
        }

        var zeros = (int)UInt128.LeadingZeroCount(fraction);
        fraction <<= zeros;
        var high = Math.ScaleB((double)(ulong)(fraction >> 75), -53 - zeros);
        var low = Math.ScaleB((double)(ulong)((fraction >> 22) & 0x1FFFFFFFFFFFFF), -106 - zeros);
        var product = high * HalfPi.High;
        var error = Math.FusedMultiplyAdd(high, HalfPi.High, -product);
        error = Math.FusedMultiplyAdd(high, HalfPi.Middle, Math.FusedMultiplyAdd(low, HalfPi.High, error));
        var rest = product + error;
        error -= rest - product;
        return (bits < 0) != isNegative ? (bits < 0 ? -quadrant : quadrant, -rest, -error) : (bits < 0 ? -quadrant : quadrant, rest, error);
    }

    /// <summary>64 digits of 2 / pi, the first of which is at that place of <see cref="TwoOverPi.Words"/>.</summary>
    private static ulong Digits(int start)
    {
        var (word, shift) = (start >> 6, start & 63);
        var words = TwoOverPi.Words;
        return shift == 0 ? words[word] : (words[word] << shift) | (words[word + 1] >> (64 - shift));
    }
}
