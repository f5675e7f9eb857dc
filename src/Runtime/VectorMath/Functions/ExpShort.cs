using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>Part of e^r in <see langword="double"/>, with an error that a float does not show.</summary>
internal static class ExpShort
{
    /// <summary>(e^r - 1 - r) / r^2 for |r| up to half of ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Tail<TLanes>(TLanes r)
        where TLanes : struct, ILanes<TLanes, double> => TLanes.Fma(
            r, Polynomial<double>.Evaluate<TLanes>(r, ExpSeriesShort.C0, ExpSeriesShort.C1, ExpSeriesShort.C2, ExpSeriesShort.C3), 0.5);
}
