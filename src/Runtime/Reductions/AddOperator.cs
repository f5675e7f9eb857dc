using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices;

/// <summary>Addition; integers wrap. The identity of floating-point addition is -0, so that the sign of a zero survives.</summary>
/// <typeparam name="T">A primitive number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AddOperator<T> : IReductionOperator<T>
    where T : struct, INumberBase<T>
{
    /// <inheritdoc/>
    public static T Identity
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(Half) ? -T.Zero : T.Zero;
    }

    /// <inheritdoc/>
    public static bool IsSum => true;

    /// <inheritdoc/>
    public static T Combine(T left, T right) => unchecked(left + right);
}
