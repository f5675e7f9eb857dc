namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// Half of pi and its multiples, in parts. Written by derive.py.
/// </summary>
internal static class HalfPiSingle
{
    /// <summary>pi / 2.</summary>
    public const float High = 1.5707963705062866f;
    public const float Middle = -4.371138828673793e-08f;
    public const float Low = -1.7151245100058819e-15f;

    /// <summary>2 / pi.</summary>
    public const float Inverse = 0.6366197466850281f;

    /// <summary>pi / 4.</summary>
    public const float Quarter = 0.7853981852531433f;
    public const float QuarterLow = -2.1855694143368964e-08f;

    /// <summary>3 pi / 4.</summary>
    public const float ThreeQuarters = 2.356194496154785f;
    public const float ThreeQuartersLow = -5.962440319251527e-09f;

    /// <summary>pi.</summary>
    public const float Twice = 3.1415927410125732f;
    public const float TwiceLow = -8.742277657347586e-08f;
}
