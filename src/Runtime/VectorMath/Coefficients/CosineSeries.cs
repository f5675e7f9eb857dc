namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// (cos r - 1 + r^2 / 2) / r^4 in r^2 for |r| up to a quarter of pi. The approximation's error, before rounding, is 2^-64.0 of the
/// result. Written by derive.py.
/// </summary>
internal static class CosineSeries
{
    public const double C0 = 0.041666666666666595;
    public const double C1 = -0.001388888888887304;
    public const double C2 = 2.480158728884189e-05;
    public const double C3 = -2.7557314176372846e-07;
    public const double C4 = 2.0875700433233617e-09;
    public const double C5 = -1.1358514801171187e-11;
}
