namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// (log(1 + f) - f) / f^2 for 1 + f from 11/16 to 11/8. The approximation's error, before rounding, is 2^-30.4 of the result. Written
/// by derive.py.
/// </summary>
internal static class LogSeriesSingle
{
    public const float C0 = -0.5f;
    public const float C1 = 0.33333316445350647f;
    public const float C2 = -0.2499978393316269f;
    public const float C3 = 0.20001573860645294f;
    public const float C4 = -0.16678667068481445f;
    public const float C5 = 0.14243324100971222f;
    public const float C6 = -0.12230147421360016f;
    public const float C7 = 0.11494220793247223f;
    public const float C8 = -0.1261112540960312f;
    public const float C9 = 0.08930946886539459f;
}
