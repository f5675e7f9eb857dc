using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices;

/// <summary>The smaller value as <c>Math.Min</c> has it: NaN propagates, -0 is below +0.</summary>
/// <typeparam name="T">A primitive number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MinOperator<T> : IReductionOperator<T>
    where T : struct, INumber<T>, IMinMaxValue<T>
{
    /// <summary>Positive infinity, or the greatest value of a type that has none.</summary>
    public static T Identity
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? (T)(object)float.PositiveInfinity
            : typeof(T) == typeof(double) ? (T)(object)double.PositiveInfinity
            : typeof(T) == typeof(Half) ? (T)(object)Half.PositiveInfinity
            : T.MaxValue;
    }

    /// <inheritdoc/>
    public static T Combine(T left, T right) => T.Min(left, right);
}
