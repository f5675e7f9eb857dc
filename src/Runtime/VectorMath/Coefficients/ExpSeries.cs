namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// (e^r - 1 - r - r^2 / 2) / r^3 for |r| up to half of ln 2. The approximation's error, before rounding, is 2^-57.4 of the result.
/// Written by derive.py.
/// </summary>
internal static class ExpSeries
{
    public const double C0 = 0.16666666666666433;
    public const double C1 = 0.04166666666660395;
    public const double C2 = 0.008333333333500063;
    public const double C3 = 0.001388888892679954;
    public const double C4 = 0.000198412694661798;
    public const double C5 = 2.4801508677651313e-05;
    public const double C6 = 2.7557640888405562e-06;
    public const double C7 = 2.762518909285883e-07;
    public const double C8 = 2.497837682684176e-08;
}
