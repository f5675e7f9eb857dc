using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices;

/// <summary>Bitwise and.</summary>
/// <typeparam name="T">A primitive number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AndOperator<T> : IReductionOperator<T>
    where T : struct, IBinaryInteger<T>
{
    /// <inheritdoc/>
    public static T Identity
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => T.AllBitsSet;
    }

    /// <inheritdoc/>
    public static T Combine(T left, T right) => left & right;
}
