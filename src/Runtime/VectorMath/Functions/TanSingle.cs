using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// <see cref="TanShort"/> of the widened lanes: correctly rounded but for rare ties, and faster than float arithmetic with its errors
/// made good.
/// </summary>
internal readonly struct TanSingle : IUnaryFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float>
    {
        return TLanes.Widened<TanShort>(x);
    }
}
