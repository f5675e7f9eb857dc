namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// (sinh r - r) / r^3 in r^2 for |r| up to half of ln 2. The approximation's error, before rounding, is 2^-61.7 of the result.
/// Written by derive.py.
/// </summary>
internal static class HyperbolicSineSeries
{
    public const double C0 = 0.16666666666666677;
    public const double C1 = 0.008333333333321669;
    public const double C2 = 0.00019841269886023625;
    public const double C3 = 2.755724431569307e-06;
    public const double C4 = 2.5108999172522056e-08;
}
