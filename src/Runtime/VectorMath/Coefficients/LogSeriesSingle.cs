namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// (log(1 + f) - f) / f^2 for 1 + f from the square root of 1/2 to that of 2. The approximation's error, before rounding, is 2^-30.4
/// of the result. Written by derive.py.
/// </summary>
internal static class LogSeriesSingle
{
    public const float C0 = -0.5f;
    public const float C1 = 0.3333331048488617f;
    public const float C2 = -0.2500002682209015f;
    public const float C3 = 0.20002220571041107f;
    public const float C4 = -0.16667687892913818f;
    public const float C5 = 0.1421768218278885f;
    public const float C6 = -0.12407344579696655f;
    public const float C7 = 0.11900954693555832f;
    public const float C8 = -0.11676014959812164f;
    public const float C9 = 0.06725018471479416f;
}
