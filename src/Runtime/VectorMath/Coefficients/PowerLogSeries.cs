namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// (2 artanh s - 2 s - 2 s^3 / 3) / s^5 as a polynomial in s^2. The approximation's error, before rounding, is 2^-73.6 of the result.
/// Written by derive.py.
/// </summary>
internal static class PowerLogSeries
{
    public const double C0 = 0.3999999999999998;
    public const double C1 = 0.285714285714451;
    public const double C2 = 0.22222222217539445;
    public const double C3 = 0.18181818869947283;
    public const double C4 = 0.15384556896121002;
    public const double C5 = 0.1333631645140395;
    public const double C6 = 0.1167483815888259;
    public const double C7 = 0.11988849462864214;
}
