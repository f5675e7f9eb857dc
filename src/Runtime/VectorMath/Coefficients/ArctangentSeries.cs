namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// (atan t - t) / t^3 in t^2 for t up to tan(pi / 8). The approximation's error, before rounding, is 2^-59.4 of the result. Written
/// by derive.py.
/// </summary>
internal static class ArctangentSeries
{
    public const double C0 = -0.333333333333332;
    public const double C1 = 0.19999999999953247;
    public const double C2 = -0.14285714280166606;
    public const double C3 = 0.11111110782156285;
    public const double C4 = -0.09090897725275918;
    public const double C5 = 0.07692059717750357;
    public const double C6 = -0.06663099206832968;
    public const double C7 = 0.05847859294116475;
    public const double C8 = -0.05039190519779681;
    public const double C9 = 0.03806214238070314;
    public const double C10 = -0.017905042385976594;
}
