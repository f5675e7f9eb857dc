namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// Logarithms of 2 and 10 and their reciprocals, in parts. Written by derive.py.
/// </summary>
internal static class Logarithms
{
    /// <summary>1 / ln 2.</summary>
    public const double InverseLn2 = 1.4426950408889634;
    public const double InverseLn2Low = 2.0355273740931033e-17;

    /// <summary>ln 2.</summary>
    public const double Ln2 = 0.6931471805599453;
    public const double Ln2Low = 2.3190468138462996e-17;

    /// <summary>ln 2 to so few bits that its product with every exponent is exact.</summary>
    public const double Ln2Short = 0.6931471805601177;
    public const double Ln2ShortLow = -1.7239444525614835e-13;

    /// <summary>log2 10.</summary>
    public const double Log2Of10 = 3.321928094887362;

    /// <summary>log10 2.</summary>
    public const double Log10Of2 = 0.3010299956639812;
    public const double Log10Of2Low = -2.8037281277851704e-18;
    public const double Log10Of2Short = 0.3010299956640665;
    public const double Log10Of2ShortLow = -8.532344317057107e-14;

    /// <summary>The low part of log10 2, times ln 10.</summary>
    public const double Log10Of2LowLn10 = -6.455822591846238e-18;

    /// <summary>ln 10.</summary>
    public const double Ln10 = 2.302585092994046;
    public const double Ln10Low = -2.1707562233822494e-16;

    /// <summary>1 / ln 10.</summary>
    public const double InverseLn10 = 0.4342944819032518;
    public const double InverseLn10Low = 1.098319650216765e-17;
}
