namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// (asin s - s) / s^3 in s^2 for s up to 1/2, enough for a float. The approximation's error, before rounding, is 2^-31.8 of the
/// result. Written by derive.py.
/// </summary>
internal static class ArcsineSeriesShort
{
    public const double C0 = 0.16666659991305183;
    public const double C1 = 0.07500504185697013;
    public const double C2 = 0.044516954946549066;
    public const double C3 = 0.03180771926501433;
    public const double C4 = 0.014438607041884998;
    public const double C5 = 0.03751643924678829;
}
