using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>The functions of <see cref="LaneMath"/> lane by lane, for the rare angles that the fast ones do not reduce.</summary>
internal static class LargeAnglesDouble
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TLanes Sin<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        for (var i = 0; i < TLanes.Count; i++)
            x = TLanes.With(x, i, LaneMath.Sin(TLanes.Get(x, i)));
        return x;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TLanes Cos<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        for (var i = 0; i < TLanes.Count; i++)
            x = TLanes.With(x, i, LaneMath.Cos(TLanes.Get(x, i)));
        return x;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TLanes Tan<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>
    {
        for (var i = 0; i < TLanes.Count; i++)
            x = TLanes.With(x, i, LaneMath.Tan(TLanes.Get(x, i)));
        return x;
    }
}
