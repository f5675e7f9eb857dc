using System.ComponentModel;
using System.Numerics;

namespace AutoParallel.CompilerServices;

/// <summary>
/// Combines copies of a container into whose elements iterations put the least or the greatest floating-point value. Any order gives the
/// same bits, but for which of several NaNs an element ends with and, where the user compares, for which of two zeros.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FloatingExtrema
{
    /// <summary>
    /// Whether the order in which the iterations ran does not show in what the copies would leave in the container; brings the copies
    /// together for <see cref="CombineInto{T}(ArrayCopies{T}, Span{T}, bool, bool)"/>, and leaves the container as it is.
    /// </summary>
    /// <param name="copies">The copies, each of the container's length.</param>
    /// <param name="target">The container.</param>
    /// <param name="isMinimum">Whether the least values are kept, not the greatest.</param>
    /// <param name="isCompared">Whether the loop compares values itself, instead of calling <c>Math.Min</c> or <c>Math.Max</c>.</param>
    public static bool AreDetermined<T>(ArrayCopies<T> copies, Span<T> target, bool isMinimum, bool isCompared)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        var all = copies.Together();
        if (all.Count == 0)
            return true;
        var first = ArrayCopies<T>.Elements(all[0]);
        for (var c = 1; c < all.Count; c++)
        {
            var other = ArrayCopies<T>.Elements(all[c]);
            for (var k = 0; k < first.Length; k++)
                first[k] = isMinimum ? T.Min(first[k], other[k]) : T.Max(first[k], other[k]);
        }

        for (var k = 0; k < first.Length; k++)
        {
            if (isCompared ? T.IsZero(first[k]) && Wins(first[k], target[k], isMinimum) : T.IsNaN(first[k]))
                return false;
        }

        return true;
    }

    /// <inheritdoc cref="AreDetermined{T}(ArrayCopies{T}, Span{T}, bool, bool)"/>
    public static bool AreDetermined<T>(ArrayCopies<T> copies, Array target, bool isMinimum, bool isCompared)
        where T : struct, IBinaryFloatingPointIeee754<T> => AreDetermined(copies, ArrayCopies<T>.Elements(target), isMinimum, isCompared);

    /// <summary>Combines what the copies hold, which must have been found to be determined, into the container, and keeps the copies for later.</summary>
    public static void CombineInto<T>(ArrayCopies<T> copies, Span<T> target, bool isMinimum, bool isCompared)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        if (copies.Together() is { Count: > 0 } all)
        {
            var found = ArrayCopies<T>.Elements(all[0]);
            for (var k = 0; k < target.Length; k++)
            {
                if (!isCompared)
                    target[k] = isMinimum ? T.Min(target[k], found[k]) : T.Max(target[k], found[k]);
                else if (Wins(found[k], target[k], isMinimum))
                    target[k] = found[k];
            }
        }

        copies.Release();
    }

    /// <inheritdoc cref="CombineInto{T}(ArrayCopies{T}, Span{T}, bool, bool)"/>
    public static void CombineInto<T>(ArrayCopies<T> copies, Array target, bool isMinimum, bool isCompared)
        where T : struct, IBinaryFloatingPointIeee754<T> => CombineInto(copies, ArrayCopies<T>.Elements(target), isMinimum, isCompared);

    private static bool Wins<T>(T value, T other, bool isMinimum)
        where T : struct, IBinaryFloatingPointIeee754<T> => isMinimum ? value < other : value > other;
}
