using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The arc sine in <see langword="float"/> throughout, by the method of <see cref="AsinDouble"/> without the rounding errors made good.
/// </summary>
internal readonly struct FastAsinSingle : IUnaryFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float>
    {
        var magnitude = TLanes.Abs(x);
        var isBig = TLanes.Less(0.5f, magnitude);
        var z = TLanes.Select(isBig, TLanes.Fma(magnitude, -0.5f, 0.5f), magnitude * magnitude);
        var s = TLanes.Select(isBig, TLanes.Sqrt(z), magnitude);
        var series = Polynomial<float>.Evaluate<TLanes>(
            z, (float)ArcsineSeriesShort.C0, (float)ArcsineSeriesShort.C1, (float)ArcsineSeriesShort.C2,
            (float)ArcsineSeriesShort.C3, (float)ArcsineSeriesShort.C4, (float)ArcsineSeriesShort.C5);
        var arcsine = TLanes.Fma(s * z, series, s);
        var result = TLanes.Fma(arcsine, TLanes.Select(isBig, -2.0f, 1.0f), isBig & HalfPiSingle.High);
        return result | (x & TLanes.FromBits(int.MinValue));
    }
}
