namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// (cos r - 1 + r^2 / 2) / r^4 in r^2 for |r| up to a quarter of pi, enough for a float. The approximation's error, before rounding,
/// is 2^-33.0 of the result. Written by derive.py.
/// </summary>
internal static class CosineSeriesShort
{
    public const double C0 = 0.04166664567066197;
    public const double C1 = -0.0013887315641996321;
    public const double C2 = 2.443308560276039e-05;
}
