using System.Numerics;

namespace AutoParallel.Runtime.Tests.VectorMath;

/// <summary>
/// The functions to more than 150 bits, by methods that have nothing in common with those under test: Taylor series after halving, and
/// Newton's method from the 53 bits of <see cref="Math"/>.
/// </summary>
public static class BigMath
{
    private const int FixedBits = 1500;
    private static readonly BigInteger _halfPi = (16 * ArctangentOfInverse(5) - 4 * ArctangentOfInverse(239)) >> 1;
    private static readonly BigFloat _ln2 = 2 * SeriesAtanh((BigFloat)1 / 3);
    private static readonly BigFloat _ln10 = Log(10);

    public static BigFloat Exp(BigFloat x)
    {
        var n = (int)Math.Round((x / _ln2).ToDouble());
        return BigFloat.Scale(ExpM1Series(BigFloat.Scale(x - n * _ln2, -6), 6) + 1, n);
    }

    public static BigFloat Exp2(BigFloat x) => Exp(x * _ln2);

    public static BigFloat Exp10(BigFloat x) => Exp(x * _ln10);

    public static BigFloat ExpM1(BigFloat x) => BigFloat.Abs(x) < 0.5 ? ExpM1Series(BigFloat.Scale(x, -6), 6) : Exp(x) - 1;

    public static BigFloat Log(BigFloat x)
    {
        if (BigFloat.Abs(x - 1) < 0.01)
            return LogP1(x - 1);
        var e = x.Binade;
        var m = BigFloat.Scale(x, -e);
        BigFloat guess = Math.Log(m.ToDouble());
        var power = Exp(guess);
        return guess + 2 * SeriesAtanh((m - power) / (m + power)) + e * _ln2;
    }

    public static BigFloat Log2(BigFloat x) => Log(x) / _ln2;

    public static BigFloat Log10(BigFloat x) => Log(x) / _ln10;

    public static BigFloat LogP1(BigFloat x) => BigFloat.Abs(x) < 0.02 ? 2 * SeriesAtanh(x / (x + 2)) : Log(x + 1);

    public static BigFloat Pow(BigFloat x, BigFloat y)
    {
        var power = Exp(y * Log(BigFloat.Abs(x)));
        var isOdd = y.Exponent <= 0 && !(y.Significand >> -y.Exponent).IsEven;
        return x.Sign < 0 && isOdd ? -power : power;
    }

    public static BigFloat Cbrt(BigFloat x)
    {
        if (x.Sign == 0)
            return x;
        var third = x.Binade / 3;
        var m = BigFloat.Scale(x, -3 * third);
        BigFloat root = Math.Cbrt(m.ToDouble());
        for (var i = 0; i < 2; i++)
            root -= (root * root * root - m) / (3 * root * root);
        return BigFloat.Scale(root, third);
    }

    public static BigFloat Hypot(BigFloat x, BigFloat y) => BigFloat.Sqrt(x * x + y * y);

    public static BigFloat Sin(BigFloat x) => SinCos(x).Sin;

    public static BigFloat Cos(BigFloat x) => SinCos(x).Cos;

    public static BigFloat Tan(BigFloat x)
    {
        var (sin, cos) = SinCos(x);
        return sin / cos;
    }

    public static (BigFloat Sin, BigFloat Cos) SinCos(BigFloat x)
    {
        var quadrant = 0;
        var r = x;
        if (BigFloat.Abs(x) > 0.7)
        {
            var shift = x.Exponent + FixedBits;
            var whole = shift >= 0 ? x.Significand << shift : x.Significand >> -shift;
            var turns = BigInteger.Divide(whole + (x.Sign < 0 ? -_halfPi >> 1 : _halfPi >> 1), _halfPi);
            r = new BigFloat(whole - turns * _halfPi, -FixedBits) * 1;
            quadrant = (int)(turns & 3);
        }

        var small = BigFloat.Scale(r, -5);
        var square = small * small;
        BigFloat term = small, sin = small, cosM1 = 0;
        BigFloat power = 1;
        for (var i = 1; i < 40; i++)
        {
            power = -(power * square) / ((2 * i - 1) * (2 * i));
            term = -(term * square) / (2 * i * (2 * i + 1));
            cosM1 += power;
            sin += term;
        }

        for (var i = 0; i < 5; i++)
        {
            (sin, cosM1) = (2 * sin * (cosM1 + 1), -2 * sin * sin);
        }

        var cos = cosM1 + 1;
        return quadrant switch { 0 => (sin, cos), 1 => (cos, -sin), 2 => (-sin, -cos), _ => (-cos, sin) };
    }

    public static BigFloat Atan(BigFloat x)
    {
        if (BigFloat.Abs(x) > 1)
            return (x.Sign < 0 ? -HalfPi : HalfPi) - Atan(1 / x);
        BigFloat guess = Math.Atan(x.ToDouble());
        var (sin, cos) = SinCos(guess);
        var d = (x * cos - sin) / (cos + x * sin);
        return guess + d - d * d * d / 3;
    }

    public static BigFloat HalfPi => new BigFloat(_halfPi, -FixedBits) * 1;

    public static BigFloat Atan2(BigFloat y, BigFloat x)
    {
        if (x.Sign == 0)
            return y.Sign < 0 ? -HalfPi : HalfPi;
        var angle = Atan(y / x);
        return x.Sign > 0 ? angle : y.Sign < 0 ? angle - 2 * HalfPi : angle + 2 * HalfPi;
    }

    public static BigFloat Asin(BigFloat x) => BigFloat.Abs(x).CompareTo(1) == 0
        ? x.Sign * HalfPi
        : Atan(x / BigFloat.Sqrt((1 - x) * (x + 1)));

    public static BigFloat Acos(BigFloat x) => Atan2(BigFloat.Sqrt((1 - x) * (x + 1)), x);

    public static BigFloat Sinh(BigFloat x)
    {
        var m = ExpM1(BigFloat.Abs(x));
        return x.Sign * BigFloat.Scale(m + m / (m + 1), -1);
    }

    public static BigFloat Cosh(BigFloat x)
    {
        var e = Exp(x);
        return BigFloat.Scale(e + 1 / e, -1);
    }

    public static BigFloat Tanh(BigFloat x) => BigFloat.Abs(x) > 200 ? x.Sign : Sinh(x) / Cosh(x);

    public static BigFloat Asinh(BigFloat x)
    {
        var a = BigFloat.Abs(x);
        var result = LogP1(a + a * a / (BigFloat.Sqrt(a * a + 1) + 1));
        return x.Sign < 0 ? -result : result;
    }

    public static BigFloat Acosh(BigFloat x) => LogP1(x - 1 + BigFloat.Sqrt((x - 1) * (x + 1)));

    public static BigFloat Atanh(BigFloat x) => BigFloat.Scale(LogP1(2 * x / (1 - x)), -1);

    /// <summary>e^(2^doublings x) - 1.</summary>
    private static BigFloat ExpM1Series(BigFloat x, int doublings)
    {
        BigFloat term = x, sum = x;
        for (var i = 2; i < 45; i++)
        {
            term = term * x / i;
            sum += term;
        }

        for (var i = 0; i < doublings; i++)
            sum *= sum + 2;
        return sum;
    }

    /// <summary>artanh by its series, for magnitudes up to about a third.</summary>
    private static BigFloat SeriesAtanh(BigFloat x)
    {
        var square = x * x;
        BigFloat power = x, sum = x;
        for (var i = 3; power.Sign != 0 && power.Binade > sum.Binade - 200; i += 2)
        {
            power *= square;
            sum += power / i;
        }

        return sum;
    }

    private static BigInteger ArctangentOfInverse(int x)
    {
        var power = (BigInteger.One << (FixedBits + 20)) / x;
        var sum = power;
        for (var i = 3; !power.IsZero; i += 2)
        {
            power /= -x * x;
            sum += power / i;
        }

        return sum >> 20;
    }
}
