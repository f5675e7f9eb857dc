namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// (e^r - 1 - r) / r^2 for |r| up to half of ln 2. The approximation's error, before rounding, is 2^-28.3 of the result. Written by
/// derive.py.
/// </summary>
internal static class ExpSeriesSingle
{
    public const float C0 = 0.4999999403953552f;
    public const float C1 = 0.1666652113199234f;
    public const float C2 = 0.04166838899254799f;
    public const float C3 = 0.008368716575205326f;
    public const float C4 = 0.001381457899697125f;
}
