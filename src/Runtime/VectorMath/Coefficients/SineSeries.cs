namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// (sin r - r) / r^3 in r^2 for |r| up to a quarter of pi. The approximation's error, before rounding, is 2^-57.9 of the result.
/// Written by derive.py.
/// </summary>
internal static class SineSeries
{
    public const double C0 = -0.1666666666666663;
    public const double C1 = 0.008333333333322108;
    public const double C2 = -0.0001984126982958074;
    public const double C3 = 2.755731361820557e-06;
    public const double C4 = -2.5050747246507134e-08;
    public const double C5 = 1.589619922288459e-10;
}
