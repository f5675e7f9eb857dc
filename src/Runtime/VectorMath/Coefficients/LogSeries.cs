namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// (2 artanh s - 2 s) / s^3 as a polynomial in s^2. The approximation's error, before rounding, is 2^-58.5 of the result. Written by
/// derive.py.
/// </summary>
internal static class LogSeries
{
    public const double C0 = 0.6666666666666734;
    public const double C1 = 0.3999999999941468;
    public const double C2 = 0.2857142874238708;
    public const double C3 = 0.2222219857321465;
    public const double C4 = 0.1818356432528618;
    public const double C5 = 0.1531405056845848;
    public const double C6 = 0.14795949488482255;
}
