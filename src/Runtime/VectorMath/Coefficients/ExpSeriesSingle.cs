namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// (e^r - 1 - r - r^2 / 2) / r^3 for |r| up to half of ln 2. The approximation's error, before rounding, is 2^-28.0 of the result.
/// Written by derive.py.
/// </summary>
internal static class ExpSeriesSingle
{
    public const float C0 = 0.16666534543037415f;
    public const float C1 = 0.041667237877845764f;
    public const float C2 = 0.008367481641471386f;
    public const float C3 = 0.0013863786589354277f;
}
