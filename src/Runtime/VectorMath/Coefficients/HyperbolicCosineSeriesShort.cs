namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// (cosh r - 1) / r^2 in r^2 for |r| up to half of ln 2, enough for a float. The approximation's error, before rounding, is 2^-34.3
/// of the result. Written by derive.py.
/// </summary>
internal static class HyperbolicCosineSeriesShort
{
    public const double C0 = 0.5000000077888037;
    public const double C1 = 0.04166627043963671;
    public const double C2 = 0.0013946028709946273;
}
