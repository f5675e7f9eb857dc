namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// m^(-1/3) for m from 1 to 2. The approximation's error, before rounding, is 2^-17.4 of the result. Written by derive.py.
/// </summary>
internal static class InverseCubeRootSeries
{
    public const double C0 = 1.7810576894048993;
    public const double C1 = -1.5660287724604975;
    public const double C2 = 1.243785709924048;
    public const double C3 = -0.5978729609758251;
    public const double C4 = 0.15607162730419363;
    public const double C5 = -0.0170190428309224;
}
