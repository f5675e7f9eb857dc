namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// (e^r - 1 - r) / r^2 for |r| up to half of ln 2. The approximation's error, before rounding, is 2^-57.9 of the result. Written by
/// derive.py.
/// </summary>
internal static class ExpSeries
{
    public const double C0 = 0.5000000000000011;
    public const double C1 = 0.16666666666666413;
    public const double C2 = 0.04166666666653016;
    public const double C3 = 0.008333333333494461;
    public const double C4 = 0.0013888888943629015;
    public const double C5 = 0.00019841269506580013;
    public const double C6 = 2.4801493099969624e-05;
    public const double C7 = 2.755758637372446e-06;
    public const double C8 = 2.7630248014911883e-07;
    public const double C9 = 2.5000061268608076e-08;
}
