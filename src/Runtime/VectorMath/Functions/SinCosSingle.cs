using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// <see cref="SinCosShort"/> of the widened lanes: correctly rounded but for rare ties, and faster than float arithmetic with its errors
/// made good.
/// </summary>
internal readonly struct SinCosSingle : IPairFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TLanes First, TLanes Second) Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float>
    {
        return TLanes.WidenedPair<SinCosShort>(x);
    }
}
