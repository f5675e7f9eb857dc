namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// (atan t - t) / t^3 in t^2 for t up to tan(pi / 8), enough for a float. The approximation's error, before rounding, is 2^-30.5 of
/// the result. Written by derive.py.
/// </summary>
internal static class ArctangentSeriesShort
{
    public const double C0 = -0.333333151897412;
    public const double C1 = 0.19998471575686622;
    public const double C2 = -0.14243534415004763;
    public const double C3 = 0.1059382137600282;
    public const double C4 = -0.06078240312101251;
}
