namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// 2 / 3 in two parts. Written by derive.py.
/// </summary>
internal static class TwoThirds
{
    public const double High = 0.6666666666666666;
    public const double Low = 3.700743415417188e-17;
}
