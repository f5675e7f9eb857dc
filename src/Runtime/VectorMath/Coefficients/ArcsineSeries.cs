namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// (asin s - s) / s^3 in s^2 for s up to 1/2. The approximation's error, before rounding, is 2^-59.9 of the result. Written by
/// derive.py.
/// </summary>
internal static class ArcsineSeries
{
    public const double C0 = 0.1666666666666676;
    public const double C1 = 0.07499999999970798;
    public const double C2 = 0.04464285717461318;
    public const double C3 = 0.030381942707732933;
    public const double C4 = 0.022372214988744234;
    public const double C5 = 0.01735161199923434;
    public const double C6 = 0.013980820667337168;
    public const double C7 = 0.011398911571998748;
    public const double C8 = 0.01078025515834775;
    public const double C9 = 0.0037064031357791137;
    public const double C10 = 0.021707454865846205;
    public const double C11 = -0.020999067267056457;
    public const double C12 = 0.03262862367198032;
}
