namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// (sinh r - r) / r^3 in r^2 for |r| up to half of ln 2, enough for a float. The approximation's error, before rounding, is 2^-37.5
/// of the result. Written by derive.py.
/// </summary>
internal static class HyperbolicSineSeriesShort
{
    public const double C0 = 0.16666666754076792;
    public const double C1 = 0.00833328908186763;
    public const double C2 = 0.00019904884583452073;
}
