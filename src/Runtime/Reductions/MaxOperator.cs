using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices;

/// <summary>The greater value as <c>Math.Max</c> has it: NaN propagates, +0 is above -0.</summary>
/// <typeparam name="T">A primitive number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MaxOperator<T> : IReductionOperator<T>
    where T : struct, INumber<T>, IMinMaxValue<T>
{
    /// <summary>Negative infinity, or the least value of a type that has none.</summary>
    public static T Identity
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? (T)(object)float.NegativeInfinity
            : typeof(T) == typeof(double) ? (T)(object)double.NegativeInfinity
            : typeof(T) == typeof(Half) ? (T)(object)Half.NegativeInfinity
            : T.MinValue;
    }

    /// <inheritdoc/>
    public static T Combine(T left, T right) => T.Max(left, right);
}
