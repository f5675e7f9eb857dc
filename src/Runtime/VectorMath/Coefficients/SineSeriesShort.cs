namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// (sin r - r) / r^3 in r^2 for |r| up to a quarter of pi, enough for a float. The approximation's error, before rounding, is 2^-28.0
/// of the result. Written by derive.py.
/// </summary>
internal static class SineSeriesShort
{
    public const double C0 = -0.16666654602240744;
    public const double C1 = 0.008332160286310399;
    public const double C2 = -0.0001951521756071736;
}
