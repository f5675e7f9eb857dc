namespace AutoParallel.Runtime.Tests.VectorMath;

/// <summary>Distances in units in the last place of the exact value.</summary>
public static class Ulp
{
    /// <summary>How far a double is from the exact value; a result that overflowed counts as the power of two after the largest.</summary>
    public static double Error(double actual, BigFloat exact) => Error(actual, exact, 52, -1022, 1024);

    /// <inheritdoc cref="Error(double, BigFloat)"/>
    public static double Error(float actual, BigFloat exact) => Error(actual, exact, 23, -126, 128);

    /// <summary>How far a float is from a value that a double holds precisely enough.</summary>
    public static double Error(float actual, double exact)
    {
        if (double.IsNaN(exact) || float.IsNaN(actual))
            return double.IsNaN(exact) == float.IsNaN(actual) ? 0 : double.PositiveInfinity;
        if (double.IsInfinity(exact) || exact == 0)
            return actual == exact && float.IsNegative(actual) == double.IsNegative(exact) ? 0 : double.PositiveInfinity;
        var limit = Math.ScaleB(1, 128);
        var unit = Math.ScaleB(1, Math.Clamp(Math.ILogB(exact), -126, 127) - 23);
        return Math.Abs(Math.Clamp(actual, -limit, limit) - Math.Clamp(exact, -limit, limit)) / unit;
    }

    private static double Error(double actual, BigFloat exact, int fractionBits, int lowest, int overflow)
    {
        if (double.IsNaN(actual))
            return double.PositiveInfinity;
        var limit = BigFloat.Scale(1, overflow);
        if (BigFloat.Abs(exact) > limit)
            exact = exact.Sign < 0 ? -limit : limit;
        BigFloat value = double.IsInfinity(actual) ? BigFloat.Scale(Math.Sign(actual), overflow) : actual;
        var binade = exact.Sign == 0 ? lowest : Math.Clamp(exact.Binade, lowest, overflow - 1);
        var error = BigFloat.Abs(value - exact);
        return error.Sign == 0 ? 0 : BigFloat.Scale(error, fractionBits - binade).ToDouble();
    }
}
