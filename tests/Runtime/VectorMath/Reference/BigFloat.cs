using System.Numerics;

namespace AutoParallel.Runtime.Tests.VectorMath;

/// <summary>A number <c>Significand * 2^Exponent</c>; operations keep 240 significant bits.</summary>
public readonly struct BigFloat(BigInteger significand, int exponent) : IComparable<BigFloat>
{
    private const int Precision = 240;

    public BigInteger Significand { get; } = significand;

    public int Exponent { get; } = exponent;

    public int Sign => Significand.Sign;

    /// <summary>The power of two at or below the magnitude.</summary>
    public int Binade => (int)BigInteger.Abs(Significand).GetBitLength() - 1 + Exponent;

    public static implicit operator BigFloat(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52) & 0x7FF;
        var fraction = bits & 0xFFFFFFFFFFFFF;
        if (exponent == 0x7FF)
            throw new ArgumentOutOfRangeException(nameof(value), "Not a finite number.");
        BigInteger significand = exponent == 0 ? fraction : fraction | (1L << 52);
        return new BigFloat(bits < 0 ? -significand : significand, Math.Max(exponent, 1) - 1075);
    }

    public static BigFloat operator -(BigFloat value) => new(-value.Significand, value.Exponent);

    public static BigFloat operator +(BigFloat left, BigFloat right)
    {
        if (left.Sign == 0)
            return right;
        if (right.Sign == 0)
            return left;
        if (left.Binade - right.Binade > 2 * Precision)
            return left;
        if (right.Binade - left.Binade > 2 * Precision)
            return right;
        var exponent = Math.Min(left.Exponent, right.Exponent);
        return Rounded((left.Significand << (left.Exponent - exponent)) + (right.Significand << (right.Exponent - exponent)), exponent);
    }

    public static BigFloat operator -(BigFloat left, BigFloat right) => left + -right;

    public static BigFloat operator *(BigFloat left, BigFloat right) =>
        Rounded(left.Significand * right.Significand, left.Exponent + right.Exponent);

    public static BigFloat operator /(BigFloat left, BigFloat right)
    {
        var shift = Precision + (int)BigInteger.Abs(right.Significand).GetBitLength();
        return Rounded((left.Significand << shift) / right.Significand, left.Exponent - shift - right.Exponent);
    }

    public static bool operator <(BigFloat left, BigFloat right) => left.CompareTo(right) < 0;

    public static bool operator >(BigFloat left, BigFloat right) => left.CompareTo(right) > 0;

    public static BigFloat Abs(BigFloat value) => value.Sign < 0 ? -value : value;

    /// <summary><c>value * 2^power</c>, exact.</summary>
    public static BigFloat Scale(BigFloat value, int power) => new(value.Significand, value.Exponent + power);

    public static BigFloat Sqrt(BigFloat value)
    {
        if (value.Sign == 0)
            return value;
        var shift = 2 * Precision;
        if (((value.Exponent - shift) & 1) != 0)
            shift++;
        var radicand = value.Significand << shift;
        var root = BigInteger.One << (int)((radicand.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + radicand / root) >> 1;
            if (next >= root)
                return Rounded(root, (value.Exponent - shift) / 2);
            root = next;
        }
    }

    public int CompareTo(BigFloat other) => (this - other).Sign;

    /// <summary>The value to about 53 bits, not correctly rounded.</summary>
    public double ToDouble()
    {
        if (Sign == 0)
            return 0;
        var drop = Math.Max(0, (int)BigInteger.Abs(Significand).GetBitLength() - 60);
        return Math.ScaleB((double)(long)(Significand >> drop), Exponent + drop);
    }

    private static BigFloat Rounded(BigInteger significand, int exponent)
    {
        var excess = (int)BigInteger.Abs(significand).GetBitLength() - Precision;
        return excess > 0 ? new BigFloat(significand >> excess, exponent + excess) : new BigFloat(significand, exponent);
    }
}
