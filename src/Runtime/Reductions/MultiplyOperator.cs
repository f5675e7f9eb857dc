using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices;

/// <summary>Multiplication; integers wrap.</summary>
/// <typeparam name="T">A primitive number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MultiplyOperator<T> : IReductionOperator<T>
    where T : struct, INumberBase<T>
{
    /// <inheritdoc/>
    public static T Identity
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => T.One;
    }

    /// <inheritdoc/>
    public static T Combine(T left, T right) => unchecked(left * right);
}
