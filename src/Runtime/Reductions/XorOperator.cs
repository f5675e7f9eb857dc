using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices;

/// <summary>Bitwise exclusive or.</summary>
/// <typeparam name="T">A primitive number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct XorOperator<T> : IReductionOperator<T>
    where T : struct, IBinaryInteger<T>
{
    /// <inheritdoc/>
    public static T Identity
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => T.Zero;
    }

    /// <inheritdoc/>
    public static T Combine(T left, T right) => left ^ right;
}
