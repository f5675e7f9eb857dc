using System.ComponentModel;
using System.Numerics;

namespace AutoParallel.CompilerServices;

/// <summary>Combines partial results in a tree of fixed shape.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ReductionTree
{
    /// <summary>
    /// Combines values pairwise, in place: with w half the next power of two, value j takes value j + w, then w is halved, until
    /// one is left. The shape depends on the number of values alone. No value gives the identity.
    /// </summary>
    public static T Combine<T, TOperator>(Span<T> values)
        where TOperator : struct, IReductionOperator<T>
    {
        if (values.IsEmpty)
            return TOperator.Identity;
        for (var half = (int)(BitOperations.RoundUpToPowerOf2((uint)values.Length) / 2); half > 0; half /= 2)
        {
            var pairs = Math.Min(half, values.Length - half);
            if (pairs <= 0)
                continue;
            var upper = values.Slice(half, pairs);
            for (var j = 0; j < upper.Length; j++)
                values[j] = TOperator.Combine(values[j], upper[j]);
            values = values[..half];
        }

        return values[0];
    }
}
