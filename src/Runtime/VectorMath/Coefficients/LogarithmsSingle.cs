namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// Logarithms of 2 and 10 and their reciprocals, in parts. Written by derive.py.
/// </summary>
internal static class LogarithmsSingle
{
    /// <summary>1 / ln 2.</summary>
    public const float InverseLn2 = 1.4426950216293335f;
    public const float InverseLn2Low = 1.925963033500011e-08f;

    /// <summary>ln 2.</summary>
    public const float Ln2 = 0.6931471824645996f;
    public const float Ln2Low = -1.9046542121259336e-09f;

    /// <summary>ln 2 to so few bits that its product with every exponent is exact.</summary>
    public const float Ln2Short = 0.69317626953125f;
    public const float Ln2ShortLow = -2.9088971132296138e-05f;

    /// <summary>log2 10.</summary>
    public const float Log2Of10 = 3.321928024291992f;

    /// <summary>log10 2.</summary>
    public const float Log10Of2 = 0.3010300099849701f;
    public const float Log10Of2Low = -1.432098883924482e-08f;
    public const float Log10Of2Short = 0.301025390625f;
    public const float Log10Of2ShortLow = 4.605039066518657e-06f;

    /// <summary>The low part of log10 2, times ln 10.</summary>
    public const float Log10Of2LowLn10 = -3.2975297159509864e-08f;

    /// <summary>ln 10.</summary>
    public const float Ln10 = 2.3025851249694824f;
    public const float Ln10Low = -3.1975435632602967e-08f;

    /// <summary>1 / ln 10.</summary>
    public const float InverseLn10 = 0.4342944920063019f;
    public const float InverseLn10Low = -1.0103049952192578e-08f;
}
