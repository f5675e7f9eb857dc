using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>The polynomials of the arc sine.</summary>
internal static class Arcsine
{
    /// <summary>(asin s - s) / s^3 where z is the square of s.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Series<TLanes>(TLanes z)
        where TLanes : struct, ILanes<TLanes, double> => Polynomial<double>.Evaluate<TLanes>(
            z, ArcsineSeries.C0, ArcsineSeries.C1, ArcsineSeries.C2, ArcsineSeries.C3, ArcsineSeries.C4,
            ArcsineSeries.C5, ArcsineSeries.C6, ArcsineSeries.C7, ArcsineSeries.C8, ArcsineSeries.C9,
            ArcsineSeries.C10, ArcsineSeries.C11, ArcsineSeries.C12);

    /// <summary>As <see cref="Series{TLanes}"/>, with an error that a float does not show.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes SeriesShort<TLanes>(TLanes z)
        where TLanes : struct, ILanes<TLanes, double> => Polynomial<double>.Evaluate<TLanes>(
            z, ArcsineSeriesShort.C0, ArcsineSeriesShort.C1, ArcsineSeriesShort.C2, ArcsineSeriesShort.C3, ArcsineSeriesShort.C4,
            ArcsineSeriesShort.C5);
}
