using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// The arc sine in <see langword="double"/>, with an error that a float does not show.
/// </summary>
internal readonly struct AsinShort : IUnaryFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        var magnitude = TLanes.Abs(x);
        var isBig = TLanes.Less(0.5, magnitude);
        var z = TLanes.Select(isBig, TLanes.Fma(magnitude, -0.5, 0.5), magnitude * magnitude);
        var root = TLanes.Sqrt(z);
        var s = TLanes.Select(isBig, root, magnitude);
        var arcsine = TLanes.Fma(s * z, Arcsine.SeriesShort(z), s);
        var result = TLanes.Fma(arcsine, TLanes.Select(isBig, -2.0, 1.0), isBig & HalfPi.High);
        return result | (x & TLanes.FromBits(long.MinValue));
    }
}
