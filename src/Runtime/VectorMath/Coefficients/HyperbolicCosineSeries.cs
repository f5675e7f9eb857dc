namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// (cosh r - 1) / r^2 in r^2 for |r| up to half of ln 2. The approximation's error, before rounding, is 2^-58.1 of the result.
/// Written by derive.py.
/// </summary>
internal static class HyperbolicCosineSeries
{
    public const double C0 = 0.5000000000000012;
    public const double C1 = 0.04166666666651638;
    public const double C2 = 0.0013888888946735076;
    public const double C3 = 2.480149024465172e-05;
    public const double C4 = 2.7631171411924206e-07;
}
