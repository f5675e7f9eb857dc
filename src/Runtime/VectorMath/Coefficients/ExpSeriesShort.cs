namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// (e^r - 1 - r - r^2 / 2) / r^3 for |r| up to half of ln 2. The approximation's error, before rounding, is 2^-28.0 of the result.
/// Written by derive.py.
/// </summary>
internal static class ExpSeriesShort
{
    public const double C0 = 0.16666534013543924;
    public const double C1 = 0.04166723772261189;
    public const double C2 = 0.00836748175132996;
    public const double C3 = 0.0013863786945933609;
}
