using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>
/// <see cref="CoshShort"/> of the widened lanes: correctly rounded but for rare ties, and faster than float arithmetic with its errors
/// made good.
/// </summary>
internal readonly struct CoshSingle : IUnaryFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float>
    {
        return TLanes.Widened<CoshShort>(x);
    }
}
