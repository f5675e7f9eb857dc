namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// (2 artanh s - 2 s) / s^3 as a polynomial in s^2, enough for a float. The approximation's error, before rounding, is 2^-36.6 of the
/// result. Written by derive.py.
/// </summary>
internal static class LogSeriesShort
{
    public const double C0 = 0.6666666564548785;
    public const double C1 = 0.40000335187576364;
    public const double C2 = 0.2853730870279163;
    public const double C3 = 0.23582148116966087;
}
