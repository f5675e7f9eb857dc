namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// Half of pi and its multiples, in parts. Written by derive.py.
/// </summary>
internal static class HalfPi
{
    /// <summary>pi / 2.</summary>
    public const double High = 1.5707963267948966;
    public const double Middle = 6.123233995736766e-17;
    public const double Low = -1.4973849048591698e-33;

    /// <summary>2 / pi.</summary>
    public const double Inverse = 0.6366197723675814;

    /// <summary>pi / 4.</summary>
    public const double Quarter = 0.7853981633974483;
    public const double QuarterLow = 3.061616997868383e-17;

    /// <summary>3 pi / 4.</summary>
    public const double ThreeQuarters = 2.356194490192345;
    public const double ThreeQuartersLow = 9.184850993605148e-17;

    /// <summary>pi.</summary>
    public const double Twice = 3.141592653589793;
    public const double TwiceLow = 1.2246467991473532e-16;
}
