using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// <see cref="PowShort"/> of the widened lanes: correctly rounded but for rare ties, and faster than float arithmetic with its errors
/// made good.
/// </summary>
internal readonly struct PowSingle : IBinaryFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Invoke<TLanes>(TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, float>
    {
        return TLanes.Widened<PowShort>(x, y);
    }
}
